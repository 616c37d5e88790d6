import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { LanguageClient } from '../support/language-client';
import { ms, spreadOf, timed, type Line } from './measure';
import { textOf } from './texts';

/** A generated folder of documents of 1,500 characters: reading it all, then asking across all of it. */
export async function workspaceLines(count: number): Promise<readonly Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'meipi-bench-'));
  try {
    for (let number = 0; number < count; number += 1) {
      const inside = join(folder, String(number % 50));
      mkdirSync(inside, { recursive: true });
      writeFileSync(join(inside, `${number}.policy.txt`), textOf(1_500, number + 100));
    }
    const begun = performance.now();
    const client = await LanguageClient.start({ folders: [pathToFileURL(folder).href] });
    const uri = pathToFileURL(join(folder, 'open.policy.txt')).href;
    await client.open(uri, '香港與浙江的合作。');
    await untilIndexed(client, uri, count);
    const indexed = performance.now() - begun;
    const asked = spreadOf(
      await timed(
        10,
        () =>
          client.at(
            'textDocument/references',
            uri,
            { line: 0, character: 1 },
            { context: { includeDeclaration: true } },
          ),
        2,
      ),
    );
    await client.stop();
    return [
      { name: `workspace of ${count} documents, cold index`, figure: ms(indexed) },
      { name: 'references of 香港 over all of them', figure: `${ms(asked.median)}, p95 ${ms(asked.p95)}` },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** References stop growing for a second: the index has read all. */
async function untilIndexed(client: LanguageClient, uri: string, count: number): Promise<void> {
  let known = -1;
  for (let round = 0; round < 600; round += 1) {
    const found = await client.at<unknown[]>(
      'textDocument/references',
      uri,
      { line: 0, character: 1 },
      { context: { includeDeclaration: true } },
    );
    if (found.length === known && found.length > count / 10) return;
    known = found.length;
    await new Promise((done) => setTimeout(done, 1000));
  }
}
