// Runs a TypeScript file of the project: bundled beside its sources' dependencies, then started as it is.
//
//   node tools/run-ts.mjs FILE.ts [ARGUMENTS…]
import { spawnSync } from 'node:child_process';
import { basename, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { project } from './project.mjs';

const [file, ...args] = process.argv.slice(2);
const outfile = join(project, 'out/tools', `${basename(file, '.ts')}.mjs`);
await build({
  entryPoints: [resolve(file)],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'warning',
});
const ended = spawnSync(process.execPath, ['--enable-source-maps', outfile, ...args], { stdio: 'inherit' });
process.exitCode = ended.status ?? 1;
