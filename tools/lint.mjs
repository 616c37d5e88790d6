// ESLint and Prettier over the whole project; and whether the tagger's kernel is what its sources give.
import { join } from 'node:path';
import { capture } from './processes.mjs';
import { ensureDependencies, project } from './project.mjs';

await ensureDependencies();
const checks = [
  ['tools/kernel.mjs', '--check'],
  ['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.'],
  ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
];
for (const [program, ...args] of checks) {
  const { code } = await capture(process.execPath, [join(project, program), ...args], {
    cwd: project,
    echo: true,
  });
  if (code !== 0) process.exitCode = 1;
}
