// Where the project is, and how it gets its dependencies.
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './processes.mjs';

export const project = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Runs `npm ci` where the dependencies, nodejieba's binary among them, are not there yet. */
export async function ensureDependencies() {
  const needed = [
    'typescript/bin/tsc',
    'mocha/bin/mocha.js',
    'esbuild/bin/esbuild',
    'nodejieba/build/Release/nodejieba.node',
  ];
  if (needed.every((path) => existsSync(join(project, 'node_modules', path)))) return;
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  await run(npm, ['ci', '--no-audit', '--no-fund'], { cwd: project, shell: process.platform === 'win32' });
}
