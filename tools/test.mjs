// Sets up what is missing, runs every suite and ends with one line: `N passed, N failed`, summed over all of them.
//
//   node tools/test.mjs [unit] [protocol] [vscode] [package]     without a name: all, and the types are checked first
import { join } from 'node:path';
import { globSync } from './glob.mjs';
import { capture, run } from './processes.mjs';
import { ensureDependencies, project } from './project.mjs';

const mocha = join(project, 'node_modules/mocha/bin/mocha.js');
const inFolder = (folder) =>
  globSync('out/test/**/*.test.js').filter((file) => file.startsWith(join('out/test', folder)));
const unitFiles = () => globSync('out/test/**/*.test.js').filter((file) => !/^out.test.(protocol|vscode)./.test(file));

const suites = {
  unit: () => mochaSuite(unitFiles()),
  protocol: () => mochaSuite(inFolder('protocol')),
  vscode: () => [process.execPath, ['test/vscode/run.mjs']],
  package: () => [process.execPath, ['test/vscode/package.mjs']],
};

function mochaSuite(files) {
  const options = ['--ui', 'bdd', '--timeout', '20000', '--reporter', 'tools/mocha-reporter.cjs'];
  return [process.execPath, [mocha, ...options, ...files]];
}

process.chdir(project);
await ensureDependencies();
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in suites));
if (unknown) throw new Error(`no suite is called ${unknown}; there are ${Object.keys(suites).join(', ')}`);

let passed = 0;
let failed = 0;
if (asked.length === 0) {
  heading('types');
  const { output, code } = await capture(process.execPath, ['node_modules/typescript/bin/tsc', '-b'], { echo: true });
  if (code !== 0) failed += Math.max(1, output.match(/error TS\d+/g)?.length ?? 0);
}
await run(process.execPath, ['tools/build.mjs', '--test']);

for (const name of asked.length > 0 ? asked : Object.keys(suites)) {
  heading(name);
  const [command, args] = suites[name]();
  const { output, code } = await capture(command, args, { echo: true, timeout: 480_000 });
  const closing = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  if (!closing) process.stdout.write(`${name} did not report its tests\n`);
  const failures = Number(closing?.[2] ?? 0);
  passed += Number(closing?.[1] ?? 0);
  // A suite that failed without saying so, or that said nothing, counts as one failure.
  failed += failures > 0 ? failures : Number(code !== 0 || !closing);
}
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

function heading(text) {
  process.stdout.write(`\n── ${text}\n`);
}
