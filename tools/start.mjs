// `npm start`: builds the extension and opens a real VS Code on a folder, `seeds/` unless another is named.
// With `code` on the PATH that is the desktop's; else code-server's workbench in the browser.
//
//   node tools/start.mjs [FOLDER] [--browser]
import { spawn, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { run } from './processes.mjs';
import { ensureDependencies, project } from './project.mjs';

const args = process.argv.slice(2);
const folder = resolve(
  process.env.INIT_CWD ?? '.',
  args.find((word) => !word.startsWith('--')) ?? resolve(project, 'seeds'),
);
await ensureDependencies();
await run(process.execPath, [resolve(project, 'tools/build.mjs')], { cwd: project });
if (!args.includes('--browser') && hasDesktop()) {
  await run('code', ['--new-window', `--extensionDevelopmentPath=${project}`, folder], {
    shell: process.platform === 'win32',
  });
} else {
  await openInBrowser();
}

function hasDesktop() {
  const { status, stdout } = spawnSync('code', ['--version'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  return status === 0 && /^1\.\d+/.test(stdout);
}

async function openInBrowser() {
  const { startHost, windowAddress } = await import('./vscode-host.mjs');
  const host = await startHost();
  const address = windowAddress(host.url, { folder, extension: project });
  process.stdout.write(`\nVS Code with Meipi on ${folder}:\n\n  ${address}\n\nCtrl+C ends it.\n`);
  openAddress(address);
  await new Promise((done) => ['SIGINT', 'SIGTERM'].forEach((signal) => process.once(signal, done)));
  await host.stop();
}

/** Opens the user's browser where there is a screen for it; the printed address serves where there is none. */
function openAddress(address) {
  const opener = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform] ?? ['xdg-open'];
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return;
  const child = spawn(opener[0], [...opener.slice(1), address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
