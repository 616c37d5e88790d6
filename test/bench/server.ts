import { performance } from 'node:perf_hooks';
import { LanguageClient } from '../support/language-client';
import { ms, residentMegabytes, spreadOf, type Line, type Spread } from './measure';
import { textOf } from './texts';

/** Through the wire, as an editor sees it: start, keystroke, hover. */
export async function serverLines(): Promise<readonly Line[]> {
  const start = await startFigures();
  const small = await keystroke(10_000);
  const large = await keystroke(1_000_000);
  const hover = await hoverFigures();
  const growth = large.median / small.median;
  return [
    { name: 'start: `initialize` answered', figure: ms(start.initialize) },
    { name: 'start: first tokens of 5,000 characters', figure: `${ms(start.tokens)}, ${start.megabytes} MB` },
    {
      name: 'keystroke in 10 kB: tokens and findings',
      figure: `${ms(small.median)}, p95 ${ms(small.p95)}`,
    },
    {
      name: 'keystroke in 1 MB',
      figure: `${ms(large.median)}, p95 ${ms(large.p95)}; ${growth.toFixed(1)} ×`,
      shape: 'flat',
      ceiling: '3 ×',
      held: growth <= 3,
    },
    { name: 'hover in 100,000 characters', figure: `${ms(hover.median)}, p95 ${ms(hover.p95)}` },
  ];
}

async function startFigures(): Promise<{ initialize: number; tokens: number; megabytes: number }> {
  const begun = performance.now();
  const client = await LanguageClient.start();
  const initialize = performance.now() - begun;
  const uri = 'file:///bench/start.policy.txt';
  await client.open(uri, textOf(5_000));
  await client.of('textDocument/semanticTokens/full', uri);
  const tokens = performance.now() - begun;
  const megabytes = residentMegabytes(client.process.pid ?? 0);
  await client.stop();
  return { initialize, tokens, megabytes };
}

/** Chinese in UTF-8. */
const bytesOfCharacter = 3;

/** From one typed or deleted character to the answers about colours and findings, in so many bytes of UTF-8. */
async function keystroke(bytes: number): Promise<Spread> {
  const client = await LanguageClient.start();
  const uri = 'file:///bench/type.policy.txt';
  const text = textOf(bytes / bytesOfCharacter);
  await client.open(uri, text);
  const middle = Math.floor(text.split('\n').length / 4) * 2;
  let { resultId } = await client.of<{ resultId: string }>('textDocument/semanticTokens/full', uri);
  await client.of('textDocument/diagnostic', uri);
  const times: number[] = [];
  for (let round = 0; round < 240; round += 1) {
    const isTyped = round % 2 === 0;
    const start = { line: middle, character: 5 };
    const range = { start, end: isTyped ? start : { ...start, character: 6 } };
    const begun = performance.now();
    await client.change(uri, [{ range, text: isTyped ? '香港發展'.charAt((round / 2) % 4) : '' }]);
    const [tokens] = await Promise.all([
      client.of<{ resultId: string }>('textDocument/semanticTokens/full/delta', uri, { previousResultId: resultId }),
      client.of('textDocument/diagnostic', uri),
    ]);
    if (round >= 40) times.push(performance.now() - begun);
    resultId = tokens.resultId;
  }
  await client.stop();
  return spreadOf(times);
}

async function hoverFigures(): Promise<Spread> {
  const client = await LanguageClient.start();
  const uri = 'file:///bench/hover.policy.txt';
  const text = textOf(100_000);
  await client.open(uri, text);
  await client.of('textDocument/semanticTokens/full', uri);
  const lines = text.split('\n');
  const times: number[] = [];
  for (let round = 0; round < 120; round += 1) {
    const line = (round * 7 * 2) % lines.length;
    const begun = performance.now();
    await client.at('textDocument/hover', uri, { line, character: round % 20 });
    if (round >= 20) times.push(performance.now() - begun);
  }
  await client.stop();
  return spreadOf(times);
}
