// Bundles what ships into dist/ and, with --test, the tests into out/test/.
//
//   node tools/build.mjs [--test] [--minify]
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

const minify = process.argv.includes('--minify');
const withTests = process.argv.includes('--test');
/** Native, or given by the host: never bundled. */
const external = ['vscode', 'nodejieba'];
const shared = { bundle: true, platform: 'node', target: 'node20', format: 'cjs', external, logLevel: 'warning' };

rmSync('dist', { recursive: true, force: true });
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
cpSync('server/data', 'dist/data', { recursive: true });

if (withTests) {
  const { globSync } = await import('./glob.mjs');
  rmSync('out/test', { recursive: true, force: true });
  await build({
    ...shared,
    external: [...external, 'mocha', 'esbuild', 'playwright-core', '@vscode/test-electron', 'typescript'],
    sourcemap: 'inline',
    outdir: 'out/test',
    outbase: 'test',
    entryPoints: globSync('test/**/*.test.ts'),
  });
}
