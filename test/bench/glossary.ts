import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { readGlossary } from '../../server/src/lexicon/glossary-reader';
import { dataFilesIn } from '../../server/src/node/data-files';
import { buildKnowledge, loadData } from '../../server/src/workspace/knowledge';
import { makeFolder } from '../support/command';
import { LanguageClient } from '../support/language-client';
import { ms, spreadOf, timed, type Line, type Spread } from './measure';
import { textOf } from './texts';

const size = 50_000;

/** A glossary of one's own with 50,000 entries: how long it takes to be in force, and what a key and a hover cost with it. */
export async function glossaryLines(): Promise<readonly Line[]> {
  const content = glossaryOf(size);
  const data = await loadData(dataFilesIn('server/data'));
  const without = spreadOf(await timed(3, () => buildKnowledge(data), 1)).median;
  const read = spreadOf(await timed(3, () => readGlossary(content, 'own.yaml'), 1)).median;
  const { concepts } = readGlossary(content, 'own.yaml');
  const built = spreadOf(await timed(3, () => buildKnowledge(data, concepts), 1)).median;
  const loading = read + built - without;
  const plain = await typingAndHover({});
  const large = await typingAndHover({ '.meipi/glossary.yaml': content });
  const keyRatio = large.key.median / plain.key.median;
  const hoverRatio = large.hover.median / plain.hover.median;
  return [
    {
      name: 'glossary of 50,000 entries: in force after',
      figure: `${ms(loading)} (read in ${ms(read)})`,
      ceiling: '1 s',
      held: loading <= 1000,
    },
    {
      name: 'keystroke in 10 kB with it',
      figure: `${ms(large.key.median)}, p95 ${ms(large.key.p95)}; ${keyRatio.toFixed(2)} ×`,
      shape: 'flat',
      ceiling: '1.5 ×',
      held: keyRatio <= 1.5,
    },
    {
      name: 'hover with it',
      figure: `${ms(large.hover.median)}, p95 ${ms(large.hover.p95)}; ${hoverRatio.toFixed(2)} ×`,
      shape: 'flat',
      ceiling: '2 ×',
      held: hoverRatio <= 2,
    },
  ];
}

const characters = '東西南北山水江河湖金木土雲雷風雨春夏秋冬紅藍白青天地玄宙洪荒辰宿張寒來暑往收藏';

/** Entries with names of five characters, each other ones. */
function glossaryOf(entries: number): string {
  const nameOf = (number: number): string => {
    let name = '';
    for (let rest = number; name.length < 3; rest = Math.floor(rest / characters.length))
      name += characters.charAt(rest % characters.length);
    return name;
  };
  return Array.from({ length: entries }, (_, number) => {
    const name = nameOf(number);
    return `- id: term-${number}
  type: POLICY
  forms: { hk: [${name}計劃, ${name}方案], cn: [${name}计划] }
  en: [Plan ${number}]
  definition: { hant: 第${number}項計劃。, hans: 第${number}项计划。, en: Plan ${number} of a list. }
  status: preferred
`;
  }).join('');
}

async function typingAndHover(files: Readonly<Record<string, string>>): Promise<{ key: Spread; hover: Spread }> {
  const folder = makeFolder(files);
  const home = pathToFileURL(folder.path).href;
  const client = await LanguageClient.start({ folders: [home] });
  const uri = `${home}/typed.policy.txt`;
  const text = `${textOf(3_400)}\n東西南計劃。\n`;
  await client.open(uri, text);
  const lines = text.split('\n');
  const own = { line: lines.length - 2, character: 1 };
  // In force when its term has a card.
  for (let left = 300; left > 0 && '.meipi/glossary.yaml' in files; left -= 1) {
    const hover = await client.at<{ contents: { value: string } } | null>('textDocument/hover', uri, own);
    if (hover?.contents.value.includes('項計劃') === true) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await client.of('textDocument/semanticTokens/full', uri);
  const keys: number[] = [];
  const hovers: number[] = [];
  const middle = Math.floor(lines.length / 4) * 2;
  for (let round = 0; round < 160; round += 1) {
    const start = { line: middle, character: 3 };
    const isTyped = round % 2 === 0;
    const range = { start, end: isTyped ? start : { ...start, character: 4 } };
    const begun = performance.now();
    await client.change(uri, [{ range, text: isTyped ? '港' : '' }]);
    await Promise.all([client.of('textDocument/semanticTokens/full', uri), client.of('textDocument/diagnostic', uri)]);
    if (round >= 40) keys.push(performance.now() - begun);
    const shown = performance.now();
    await client.at('textDocument/hover', uri, { line: (round * 2) % (lines.length - 3), character: round % 20 });
    if (round >= 40) hovers.push(performance.now() - shown);
  }
  await client.stop();
  folder.remove();
  return { key: spreadOf(keys), hover: spreadOf(hovers) };
}
