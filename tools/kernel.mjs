// Compiles the tagger's inner loops (server/kernel, AssemblyScript) to server/data/model/kernel.wasm.
//
//   node tools/kernel.mjs [--check]      --check: only says, by exit code 1, whether the file is not what the sources give
import { readFileSync, rmSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), '..'));
const shipped = 'server/data/model/kernel.wasm';
const isCheck = process.argv.includes('--check');
const target = isCheck ? 'out/kernel.wasm' : shipped;
mkdirSync('out', { recursive: true });
const options = ['-O3', '--enable', 'simd', '--runtime', 'stub', '--noAssert'];
const { error, stderr } = await asc.main(['server/kernel/index.ts', '-o', target, ...options]);
if (error) {
  console.error(`${stderr.toString()}${error.message}`);
  process.exitCode = 1;
} else if (isCheck) {
  const isSame = readFileSync(target).equals(readFileSync(shipped));
  rmSync(target);
  if (!isSame) console.error(`${shipped} is not what server/kernel gives: run node tools/kernel.mjs`);
  process.exitCode = isSame ? 0 : 1;
}
