import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import type { Status } from '../../server/src/features/protocol';
import { LanguageClient } from '../support/language-client';
import { ms, residentMegabytes, spreadOf, timed, type Line, type Spread } from './measure';
import { textOf } from './texts';

/** A generated folder of documents of 1,500 characters: reading it all, typing meanwhile, then asking across all of it. */
export async function workspaceLines(count: number): Promise<readonly Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'meipi-bench-'));
  const storage = join(folder, 'storage');
  const documents = join(folder, 'documents');
  try {
    for (let number = 0; number < count; number += 1) {
      const inside = join(documents, String(number % 50));
      mkdirSync(inside, { recursive: true });
      // Every document names 香港, so that one thing has as many mentions as there are documents and more.
      writeFileSync(join(inside, `${number}.policy.txt`), `香港\n\n${textOf(1_500, number + 100)}`);
    }
    const cold = await session(documents, storage, count);
    const bytes = statSync(join(storage, 'index.tsv')).size;
    const warm = await session(documents, storage, count);
    const seconds = (cold.indexed / 1000) * (10_000 / count);
    return [
      {
        name: `workspace of ${count} documents, cold index`,
        figure: `${(cold.indexed / 1000).toFixed(1)} s, ${cold.megabytes} MB`,
        shape: 'linear',
        ceiling: '60 s for 10,000 on two cores',
        held: seconds <= 60,
      },
      { name: 'keystroke meanwhile', figure: spread(cold.typing) },
      {
        name: 'started again: the index is there',
        figure: `${(warm.indexed / 1000).toFixed(1)} s, ${warm.megabytes} MB, ${(bytes / 2 ** 20).toFixed(1)} MB on disk`,
        ceiling: 'a tenth of the cold index',
        held: warm.indexed <= cold.indexed / 10,
      },
      { name: `references of 香港, ${warm.mentions} mentions`, figure: spread(warm.references) },
      { name: 'references after an edit', figure: spread(warm.edited) },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const spread = ({ median, p95 }: Spread): string => `${ms(median)}, p95 ${ms(p95)}`;

interface Figures {
  /** Milliseconds from the start of the process until the index has all files. */
  readonly indexed: number;
  readonly megabytes: number;
  readonly typing: Spread;
  readonly mentions: number;
  readonly references: Spread;
  readonly edited: Spread;
}

async function session(documents: string, storage: string, count: number): Promise<Figures> {
  const begun = performance.now();
  const client = await LanguageClient.start({
    folders: [pathToFileURL(documents).href],
    initializationOptions: { locale: 'en', storage },
  });
  const uri = pathToFileURL(join(documents, 'open.policy.txt')).href;
  await client.open(uri, `香港與浙江的合作。\n\n${textOf(5_000)}`);
  const typing: number[] = [];
  let megabytes = 0;
  const index = async (): Promise<Status['index']> => (await client.of<Status>('meipi/status', uri)).index;
  for (let now = await index(), round = 0; now.total < count || now.done < now.total; now = await index(), round += 1) {
    const keyed = performance.now();
    await type(client, uri, round);
    await client.of('textDocument/semanticTokens/full', uri);
    if (round >= 10) typing.push(performance.now() - keyed);
    megabytes = Math.max(megabytes, residentMegabytes(client.process.pid ?? 0));
    await new Promise((done) => setTimeout(done, 100));
  }
  const indexed = performance.now() - begun;
  let mentions = 0;
  const ask = async (): Promise<void> => {
    const context = { includeDeclaration: true };
    mentions = (await client.at<unknown[]>('textDocument/references', uri, { line: 0, character: 1 }, { context }))
      .length;
  };
  const references = spreadOf(await timed(20, ask, 3));
  const edited = spreadOf(
    await timed(
      20,
      async (round) => {
        await type(client, uri, round + 3);
        await ask();
      },
      3,
    ),
  );
  megabytes = Math.max(megabytes, residentMegabytes(client.process.pid ?? 0));
  await client.stop();
  return { indexed, megabytes, typing: spreadOf(typing), mentions, references, edited };
}

/** Types a character in even rounds and deletes it in odd ones. */
async function type(client: LanguageClient, uri: string, round: number): Promise<void> {
  const start = { line: 2, character: 5 };
  const end = round % 2 === 0 ? start : { ...start, character: 6 };
  await client.change(uri, [{ range: { start, end }, text: round % 2 === 0 ? '的' : '' }]);
}
