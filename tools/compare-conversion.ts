/**
 * Meipi's conversion beside plain opencc-js, over documents: every place where the two differ, with a few characters around it.
 *
 *   node tools/run-ts.mjs tools/compare-conversion.ts FILE…
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { Converter } from 'opencc-js';
import { LanguageClient } from '../test/support/language-client';

interface Answer {
  readonly text: string;
  readonly choices: readonly { readonly why: string }[];
}

const files = process.argv.slice(2);
const client = await LanguageClient.start();
for (const file of files) {
  const uri = pathToFileURL(file).href;
  const source = readFileSync(file, 'utf8');
  await client.open(uri, source);
  const isHans = (await client.of<Answer>('meipi/convert', uri, { to: 'cn' })).text === source;
  for (const [from, to] of isHans
    ? ([
        ['cn', 'hk'],
        ['cn', 'tw'],
      ] as const)
    : ([['hk', 'cn']] as const)) {
    const { text, choices } = await client.of<Answer>('meipi/convert', uri, { to });
    // Of opencc-js's two readings of a Traditional text the one that is nearer.
    const [plain = ''] = (isHans ? [from] : ['hk', 'tw'])
      .map((region) => Converter({ from: region, to })(source))
      .sort((a, b) => differencesOf(source, text, a).length - differencesOf(source, text, b).length);
    const counts = new Map<string, number>();
    for (const { why } of choices) counts.set(why, (counts.get(why) ?? 0) + 1);
    process.stdout.write(`${file} ${from} → ${to}: ${[...counts].map((count) => count.join(' ')).join(', ')}\n`);
    if (text.split('\n').length !== source.split('\n').length) process.stdout.write('  LINES DIFFER\n');
    for (const difference of differencesOf(source, text, plain)) process.stdout.write(`  ${difference}\n`);
  }
}
await client.stop();

/** `source → ours / theirs`, line by line; neighbouring characters that differ stand together. */
function differencesOf(source: string, ours: string, theirs: string): readonly string[] {
  const others = [source.split('\n'), theirs.split('\n')];
  return ours.split('\n').flatMap((own, number) => {
    const [from = '', other = ''] = others.map((lines) => lines[number] ?? '');
    const found: string[] = [];
    for (let at = 0; at < own.length; at += 1) {
      if (own[at] === other[at]) continue;
      let end = at + 1;
      while (end < own.length && own[end] !== other[end]) end += 1;
      const around = (text: string): string =>
        `${text.slice(Math.max(0, at - 3), at)}[${text.slice(at, end)}]${text.slice(end, end + 3)}`;
      found.push(`${number + 1}: ${around(from)} → ${around(own)} / ${around(other)}`);
      at = end;
    }
    return found;
  });
}
