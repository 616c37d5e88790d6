// Runs a TypeScript tool: bundles it into a temporary module under out/ and imports that.
//
//   node tools/run-ts.mjs TOOL.ts [arguments]
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const [entry, ...rest] = process.argv.slice(2);
if (entry === undefined) {
  console.error('usage: node tools/run-ts.mjs TOOL.ts [arguments]');
  process.exit(2);
}
mkdirSync('out', { recursive: true });
const folder = mkdtempSync(join('out', 'run-ts-'));
const outfile = join(folder, 'tool.mjs');
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
await build({
  entryPoints: [entry], outfile, bundle: true, platform: 'node', target: 'node20', format: 'esm', packages: 'external',
  sourcemap: 'inline', logLevel: 'warning',
});
process.argv = [process.argv[0], outfile, ...rest];
await import(pathToFileURL(resolve(outfile)).href);
