// A real VS Code for machines that cannot download the desktop build: code-server's workbench, server and extension
// host, run by a Node 24 from npm and shown in Chromium. Everything is installed once into `.tools/` and found there
// by later runs.
//
//   node tools/vscode-host.mjs      installs it and says where
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { capture, run } from './processes.mjs';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const tools = process.env.MEIPI_TOOLS ?? join(project, '.tools');
const nodeVersion = '24.21.0';
const codeServerVersion = '4.139.1';

/** Settings of a window in which nothing but the document and Meipi speaks. */
export const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'security.workspace.trust.enabled': false,
  'window.commandCenter': false,
};

/** Installs what is missing; gives the paths of Node 24, of VS Code's server and of Chromium. */
export async function ensureHost() {
  mkdirSync(tools, { recursive: true });
  const node = await ensureNode();
  const server = await ensureCodeServer(node);
  return { node, server, chromium: await ensureChromium() };
}

/**
 * Starts VS Code's server on a free port with data folders of its own.
 * `settings` are the user's settings, `vsix` is installed first. `stop` ends the server and removes its data.
 */
export async function startHost({ settings = {}, vsix, locale } = {}) {
  const host = await ensureHost();
  // Unix sockets live below this folder: their paths must stay short.
  const home = mkdtempSync(join(tmpdir(), 'mp-'));
  const folders = [
    '--server-data-dir',
    join(home, 's'),
    '--user-data-dir',
    join(home, 'u'),
    '--extensions-dir',
    join(home, 'x'),
  ];
  for (const folder of [join(home, 's/data/Machine'), join(home, 'u/User'), join(home, 'x')])
    mkdirSync(folder, { recursive: true });
  const text = JSON.stringify({ ...quietSettings, ...settings }, null, 2);
  writeFileSync(join(home, 's/data/Machine/settings.json'), text);
  writeFileSync(join(home, 'u/User/settings.json'), text);
  const env = { ...process.env, HOME: home, TMPDIR: home, EXTENSIONS_GALLERY: '{}', NODE_OPTIONS: '' };
  delete env.VSCODE_IPC_HOOK_CLI;
  delete env.ELECTRON_RUN_AS_NODE;

  if (vsix) {
    const { output, code } = await capture(
      host.node,
      [host.server, ...folders, '--install-extension', vsix, '--force'],
      { env },
    );
    if (code !== 0 || !/successfully installed/.test(output))
      throw new Error(`${vsix} could not be installed:\n${output}`);
  }
  const flags = [
    '--host',
    '127.0.0.1',
    '--port',
    '0',
    '--without-connection-token',
    '--accept-server-license-terms',
    '--disable-telemetry',
    '--disable-workspace-trust',
    '--enable-smoke-test-driver',
  ];
  if (locale) flags.push('--locale', locale);
  const child = spawn(host.node, [host.server, ...flags, ...folders], {
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = async () => {
    const ended = child.exitCode !== null ? undefined : new Promise((done) => child.once('close', done));
    signalGroup(child.pid, 'SIGTERM');
    await Promise.race([ended, new Promise((done) => setTimeout(done, 4000))]);
    signalGroup(child.pid, 'SIGKILL');
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    const url = await addressOf(child);
    return { ...host, url, home, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The address that opens `folder`, with an extension under development and tests to run in its host if given. */
export function windowAddress(url, { folder, extension, tests, environment, locale }) {
  const remote = `vscode-remote://${new URL(url).host}`;
  const payload = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  if (extension) payload.push(['extensionDevelopmentPath', remote + pathToFileURL(extension).pathname]);
  if (tests) payload.push(['extensionTestsPath', remote + pathToFileURL(tests).pathname]);
  if (environment) payload.push(['extensionEnvironment', JSON.stringify(environment)]);
  const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
  if (locale) query.set('locale', locale);
  return `${url}/?${query}`;
}

/** Opens Chromium without a screen; the caller closes it. */
export async function openBrowser(chromium, options = {}) {
  const { chromium: launcher } = await import('playwright-core');
  const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'];
  return launcher.launch({
    executablePath: chromium,
    args: [...quiet, '--disable-background-networking', '--disable-component-update'],
    ...options,
  });
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended already.
  }
}

function addressOf(child) {
  return new Promise((resolve, reject) => {
    let log = '';
    const timer = setTimeout(() => reject(new Error(`VS Code's server did not start within 60 s:\n${log}`)), 60_000);
    const read = (chunk) => {
      log += chunk;
      const found = /Web UI available at (http:\/\/[\w.]+:\d+)/.exec(log);
      if (!found) return;
      clearTimeout(timer);
      resolve(found[1]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('close', (code) => reject(new Error(`VS Code's server ended with ${code}:\n${log}`)));
  });
}

async function ensureNode() {
  if (Number(process.versions.node.split('.')[0]) === 24) return process.execPath;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${platform}-${process.arch}`;
  const folder = join(tools, `node-${nodeVersion}`);
  const binary = join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(binary)) {
    say(`installing Node ${nodeVersion} for VS Code's server`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    await run('npm', ['install', '--silent', '--no-audit', '--no-fund', '--ignore-scripts', `${name}@${nodeVersion}`], {
      cwd: folder,
    });
  }
  return binary;
}

/** npm's own install script would build far more than is needed: its two native parts are rebuilt by name. */
async function ensureCodeServer(node) {
  const folder = join(tools, `code-server-${codeServerVersion}`);
  const server = join(folder, 'package/lib/vscode/out/server-main.js');
  const stamp = join(folder, 'installed');
  if (existsSync(stamp)) return server;
  say(`installing code-server ${codeServerVersion} (once; some 700 MB, one to three minutes)`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const nodeHome = dirname(dirname(node));
  const env = {
    ...process.env,
    PATH: dirname(node) + delimiter + process.env.PATH,
    npm_config_nodedir: nodeHome,
    npm_config_yes: 'true',
  };
  await run('npm', ['pack', '--silent', `code-server@${codeServerVersion}`], { cwd: folder, env });
  await run('tar', ['xzf', `code-server-${codeServerVersion}.tgz`], { cwd: folder });
  rmSync(join(folder, `code-server-${codeServerVersion}.tgz`));
  const inside = join(folder, 'package/lib/vscode');
  // `npm ci` fails here: the lock file that is shipped does not cover every dependency.
  await run('npm', ['install', '--silent', '--no-audit', '--no-fund', '--omit=dev', '--ignore-scripts'], {
    cwd: inside,
    env,
  });
  const natives = ['@vscode/spdlog', '@vscode/native-watchdog'];
  const { output, code } = await capture('npm', ['rebuild', '--foreground-scripts', ...natives], { cwd: inside, env });
  const built = natives.filter((name) => hasBinary(join(inside, 'node_modules', name)));
  if (code !== 0 || built.length < natives.length)
    throw new Error(`${natives.join(' and ')} could not be built:\n${output}`);
  writeFileSync(stamp, `${new Date().toISOString()}\n`);
  return server;
}

function hasBinary(folder) {
  return existsSync(folder) && readdirSync(folder, { recursive: true }).some((name) => String(name).endsWith('.node'));
}

async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (process.platform === 'linux' && process.getuid() === 0 && existsSync('/usr/bin/apt-get')) {
    say('installing Chromium and Chinese fonts from the distribution');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { env });
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], { env });
    const installed = findChromium();
    if (installed) return installed;
  }
  say("installing playwright's Chromium");
  const env = { ...process.env, PLAYWRIGHT_BROWSERS_PATH: join(tools, 'browsers') };
  await run(process.execPath, [join(project, 'node_modules/playwright-core/cli.js'), 'install', 'chromium'], { env });
  process.env.PLAYWRIGHT_BROWSERS_PATH = env.PLAYWRIGHT_BROWSERS_PATH;
  const { chromium } = await import('playwright-core');
  return chromium.executablePath();
}

function findChromium() {
  if (process.env.MEIPI_CHROMIUM) return process.env.MEIPI_CHROMIUM;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const onPath = process.env.PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const elsewhere = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ];
  return [...onPath, ...elsewhere].find((path) => existsSync(path));
}

function say(text) {
  process.stderr.write(`[tools] ${text}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { node, server, chromium } = await ensureHost();
  process.stdout.write(`node      ${node}\nvscode    ${server}\nchromium  ${chromium}\n`);
}
