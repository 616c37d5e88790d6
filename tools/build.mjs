// Bundles what ships into dist/ and, with --test, the tests into out/test/.
//
//   node tools/build.mjs [--test] [--minify] [--clean]
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
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
/** Dictionaries of conversion: three million characters that only who converts has to load. */
const conversionApart = {
  name: 'conversion-apart',
  setup(bundle) {
    bundle.onResolve({ filter: /^opencc-js$/ }, () => ({ path: './opencc.js', external: true }));
  },
};
await build({ ...shared, minify, outfile: 'dist/opencc.js', entryPoints: ['opencc-js'] });
await build({
  ...shared,
  minify,
  sourcemap: !minify,
  plugins: [conversionApart],
  outdir: 'dist',
  entryPoints: {
    client: 'client/src/extension.ts',
    server: 'server/src/node/server.ts',
    cli: 'server/src/cli/main.ts',
    'segmenter-worker': 'server/src/node/segmenter-worker.ts',
    'reader-worker': 'server/src/node/reader-worker.ts',
  },
  define: { meipiBuild: JSON.stringify(hashOf(['package.json', ...filesIn('server/src'), ...filesIn('server/data')])) },
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

function filesIn(folder) {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** Of all that marks depend on: what one build kept of texts is of no use to another. */
function hashOf(files) {
  const hash = createHash('sha1');
  for (const file of files) hash.update(file).update(readFileSync(file));
  return hash.digest('base64url');
}

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
