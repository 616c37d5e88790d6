// Runs the suites of this folder inside a real VS Code (code-server's workbench in Chromium) over `seeds/`.
//
//   node test/vscode/run.mjs [SUITE]     SUITE: only files whose name begins so
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBrowser, startHost, windowAddress } from '../../tools/vscode-host.mjs';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const longest = 240_000;
const closingLine = /^\d+ passed, \d+ failed$/;

/** Opens a window whose extension host runs the suites; gives VS Code's exit code and whether a closing line came. */
async function runSuites(only) {
  const workspace = mkdtempSync(join(tmpdir(), 'mw-'));
  cpSync(join(project, 'seeds'), join(workspace, 'seeds'), { recursive: true });
  const host = await startHost();
  const browser = await openBrowser(host.chromium);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    let closed = false;
    let finish;
    const ended = new Promise((done) => (finish = done));
    await page.exposeFunction('codeAutomationLog', (_type, args) => {
      const text = Array.isArray(args) ? args.join(' ') : String(args);
      for (const line of text.split('\n')) {
        if (!line.includes('\u0001')) continue;
        const ours = line.slice(line.indexOf('\u0001') + 1);
        if (closingLine.test(ours)) closed = true;
        process.stdout.write(`${ours}\n`);
      }
    });
    await page.exposeFunction('codeAutomationExit', (code) => finish(code));
    const environment = only ? { MEIPI_TEST_FILES: only } : {};
    const tests = join(project, 'out/test/vscode/index.js');
    await page.goto(windowAddress(host.url, { folder: workspace, extension: project, tests, environment }));
    const timer = setTimeout(() => finish('timeout'), longest);
    const code = await ended;
    clearTimeout(timer);
    if (code !== 0) await keepPicture(page);
    return { code, closed };
  } finally {
    await browser.close();
    await host.stop();
    rmSync(workspace, { recursive: true, force: true });
  }
}

async function keepPicture(page) {
  mkdirSync(join(project, 'out'), { recursive: true });
  const path = join(project, 'out/vscode-failure.png');
  await page.screenshot({ path });
  process.stderr.write(`the window as it stood: ${path}\n`);
}

const { code, closed } = await runSuites(process.argv[2]);
if (code === 0 && !closed) process.stderr.write('VS Code ended without the closing line of the tests\n');
if (code === 'timeout') process.stderr.write(`VS Code did not finish within ${longest / 1000} s\n`);
process.exitCode = code === 0 && closed ? 0 : 1;
