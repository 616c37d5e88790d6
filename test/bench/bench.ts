/**
 * `npm run bench`: how quick Meipi is, as medians and as ratios within one run, on texts made from the seeds' paragraphs.
 * Writes out/bench/bench.json and out/bench/bench.md; ends with exit code 1 when a shape or ratio does not hold.
 *
 *   npm run bench [-- --workspace N]      N: documents of the generated workspace (1,000)
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { analysisLines } from './analysis';
import { glossaryLines } from './glossary';
import { machine, type Line } from './measure';
import { serverLines } from './server';
import { workspaceLines } from './workspace';

const count = Number(process.argv[process.argv.indexOf('--workspace') + 1]) || 1000;
const lines: readonly Line[] = [
  ...(await analysisLines()),
  ...(await serverLines()),
  ...(await glossaryLines()),
  ...(await workspaceLines(count)),
];
const table = [
  '| | figure | shape | ceiling | held |',
  '|---|---|---|---|---|',
  ...lines.map(
    ({ name, figure, shape = '', ceiling = '', held }) =>
      `| ${name} | ${figure} | ${shape} | ${ceiling} | ${held === undefined ? '' : held ? 'yes' : '**no**'} |`,
  ),
].join('\n');
mkdirSync('out/bench', { recursive: true });
writeFileSync('out/bench/bench.md', `${machine()}\n\n${table}\n`);
writeFileSync('out/bench/bench.json', `${JSON.stringify({ machine: machine(), lines }, null, 2)}\n`);
process.stdout.write(`${machine()}\n\n${table}\n`);
process.exitCode = lines.some(({ held }) => held === false) ? 1 : 0;
