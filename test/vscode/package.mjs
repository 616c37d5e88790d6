// Installs the package that `npm run package` makes into a VS Code that has nothing else, and points at a word.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makePackage } from '../../tools/package.mjs';
import { capture } from '../../tools/processes.mjs';
import { project } from '../../tools/project.mjs';
import { openBrowser, startHost, windowAddress } from '../../tools/vscode-host.mjs';
import { hoverOver, openSeed, untilMarked } from '../../tools/vscode-screen.mjs';

const checks = {
  'is of a size that a person waits for (under 20 MB)': ({ vsix }) => statSync(vsix).size < 20_000_000,
  'explains a term in the hover': async ({ page }) => {
    await openSeed(page, '001');
    await untilMarked(page);
    const text = await hoverOver(page, '地瓜經濟');
    if (!/浙江/.test(text)) throw new Error(`the hover says ${JSON.stringify(text)}`);
    return true;
  },
  'carries a nodejieba that loads': async ({ host }) => {
    const extensions = join(host.home, 'x');
    const folder = readdirSync(extensions).find((name) => name.startsWith('meipi.meipi-'));
    const program = "process.stdout.write(require('nodejieba').cut('粤港澳大湾区').join('|'))";
    const options = { cwd: join(extensions, folder ?? '') };
    const { output } = await capture(process.execPath, ['-e', program], options);
    return output.includes('|') && output.replaceAll('|', '') === '粤港澳大湾区';
  },
  'troubles nobody with notices': async ({ page }) =>
    (await page.locator('.notifications-toasts .notification-list-item').count()) === 0,
};

const vsix = await makePackage();
const workspace = mkdtempSync(join(tmpdir(), 'mw-'));
cpSync(join(project, 'seeds'), join(workspace, 'seeds'), { recursive: true });
const host = await startHost({ vsix });
const browser = await openBrowser(host.chromium);
let passed = 0;
let failed = 0;
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(windowAddress(host.url, { folder: join(workspace, 'seeds') }));
  await page.waitForSelector('.monaco-workbench .explorer-folders-view', { timeout: 60_000 });
  for (const [name, holds] of Object.entries(checks)) {
    const problem = await Promise.resolve(holds({ page, vsix, host })).then(
      (held) => (held ? undefined : 'it does not'),
      (error) => error.message,
    );
    if (problem === undefined) passed += 1;
    else failed += 1;
    process.stdout.write(problem === undefined ? `  ✔ the package ${name}\n` : `  ✘ the package ${name}: ${problem}\n`);
  }
  if (failed > 0) {
    mkdirSync(join(project, 'out'), { recursive: true });
    await page.screenshot({ path: join(project, 'out/package-failure.png') });
  }
} finally {
  await browser.close();
  await host.stop();
  rmSync(workspace, { recursive: true, force: true });
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
