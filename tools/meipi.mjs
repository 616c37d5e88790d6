// `npm run --silent meipi -- COMMAND …`: the command line tool from the sources, built first where it is out of date.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { ensureDependencies, project } from './project.mjs';

const cli = join(project, 'dist/cli.js');
await ensureDependencies();
if (!existsSync(cli) || newest(join(project, 'server')) > statSync(cli).mtimeMs) {
  const built = spawnSync(process.execPath, [join(project, 'tools/build.mjs')], { stdio: ['ignore', 2, 2] });
  if (built.status !== 0) process.exit(built.status ?? 1);
}
const ended = spawnSync(process.execPath, [cli, ...process.argv.slice(2)], {
  stdio: 'inherit',
  cwd: process.env.INIT_CWD ?? process.cwd(),
});
process.exitCode = ended.status ?? 1;

function newest(folder) {
  return Math.max(...readdirSync(folder, { recursive: true }).map((name) => statSync(join(folder, name)).mtimeMs));
}
