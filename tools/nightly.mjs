// `npm run nightly`: the long forms of what `npm test` does in short, for about an hour, and the benchmarks. Ends with one
// line: `N passed, N failed`.
//
//   node tools/nightly.mjs [regexes] [fuzz] [soak] [bench]      without a name: all
import { join } from 'node:path';
import { globSync } from './glob.mjs';
import { capture, run } from './processes.mjs';
import { ensureDependencies, project } from './project.mjs';

process.chdir(project);
await ensureDependencies();
const node = process.execPath;
const mocha = join(project, 'node_modules/mocha/bin/mocha.js');
const hours = 3_600_000;
const parts = {
  regexes: { command: [node, 'tools/check-regexes.mjs', '--seconds', '30'], timeout: hours },
  fuzz: {
    command: () => [
      ...[node, mocha, '--ui', 'bdd', '--reporter', 'tools/mocha-reporter.cjs'],
      ...globSync('out/test/fuzz/*.test.js'),
    ],
    env: { MEIPI_NIGHTLY: '1' },
    timeout: 4 * hours,
  },
  soak: { command: [node, 'tools/run-ts.mjs', 'tools/soak.ts'], timeout: hours },
  // A benchmark tells by its exit code whether shapes and ratios hold.
  bench: { command: [node, 'tools/run-ts.mjs', 'test/bench/bench.ts', '--workspace', '10000'], timeout: hours },
};
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in parts));
if (unknown) throw new Error(`no part is called ${unknown}; there are ${Object.keys(parts).join(', ')}`);

await run(node, ['tools/build.mjs', '--test']);
let passed = 0;
let failed = 0;
for (const name of asked.length > 0 ? asked : Object.keys(parts)) {
  const { command, env, timeout } = parts[name];
  const [program, ...args] = typeof command === 'function' ? command() : command;
  process.stdout.write(`\n── ${name}\n`);
  const { output, code } = await capture(program, args, { echo: true, timeout, env: { ...process.env, ...env } });
  const closing = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  passed += closing ? Number(closing[1]) : Number(code === 0);
  failed += closing ? Math.max(Number(closing[2]), Number(code !== 0)) : Number(code !== 0);
}
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
