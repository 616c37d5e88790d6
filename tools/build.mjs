// Bundles what ships into dist/ and, with --test, the tests into out/test/.
//
//   node tools/build.mjs [--test] [--minify] [--clean]
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { globSync } from './glob.mjs';
import { packGlossary } from './pack-glossary.mjs';

process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), '..'));
const minify = process.argv.includes('--minify');
const withTests = process.argv.includes('--test');
/** Native, or given by the host: never bundled. */
const external = ['vscode', 'nodejieba'];
/** What tests use as it stands in node_modules. */
const testExternal = [
  'mocha',
  'esbuild',
  'playwright-core',
  '@vscode/test-electron',
  'typescript',
  'vscode-oniguruma',
  'eslint',
];
const shared = { bundle: true, platform: 'node', target: 'node20', format: 'cjs', external, logLevel: 'warning' };

if (process.argv.includes('--clean')) rmSync('dist', { recursive: true, force: true });
mkdirSync('dist', { recursive: true });
await build({
  ...shared,
  minify,
  sourcemap: !minify,
  outdir: 'dist',
  entryPoints: {
    client: 'client/src/extension.ts',
    server: 'server/src/node/server.ts',
    cli: 'server/src/cli/main.ts',
    'segmenter-worker': 'server/src/node/segmenter-worker.ts',
  },
});
/** Pages of webviews: scripts for a browser, each with its sheet of styles beside it. */
await build({
  bundle: true,
  platform: 'browser',
  target: 'es2022',
  format: 'iife',
  logLevel: 'warning',
  minify,
  sourcemap: false,
  outdir: 'dist/views',
  entryPoints: ['client/src/views/pages/amounts.ts', 'client/src/views/pages/graph.ts'],
});
cpSync('node_modules/cytoscape/LICENSE', 'dist/views/cytoscape-LICENSE.txt');
cpSync('server/data', 'dist/data', { recursive: true });
packGlossary('server/data/glossary', 'dist/data/glossary.json');

if (withTests) {
  rmSync('out/test', { recursive: true, force: true });
  await build({
    ...shared,
    external: [...external, ...testExternal],
    sourcemap: 'inline',
    outdir: 'out/test',
    outbase: 'test',
    entryPoints: [...globSync('test/**/*.test.ts'), 'test/vscode/index.ts'],
  });
}
