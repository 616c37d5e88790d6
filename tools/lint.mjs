// ESLint and Prettier over the whole project.
import { join } from 'node:path';
import { capture } from './processes.mjs';
import { ensureDependencies, project } from './project.mjs';

await ensureDependencies();
const checks = [
  ['eslint/bin/eslint.js', '--max-warnings', '0', '.'],
  ['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
];
for (const [program, ...args] of checks) {
  const { code } = await capture(process.execPath, [join(project, 'node_modules', program), ...args], {
    cwd: project,
    echo: true,
  });
  if (code !== 0) process.exitCode = 1;
}
