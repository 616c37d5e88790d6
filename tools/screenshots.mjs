// Takes the pictures of the README in a real VS Code: marks, hover, outline and problems, in each theme.
//
//   npm run screenshots [-- NAME…]      writes docs/images/NAME.png
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { run } from './processes.mjs';
import { ensureDependencies, project } from './project.mjs';
import { focusView, hoverOver, openSeed, runCommand, untilListed, untilMarked } from './vscode-screen.mjs';
import { openBrowser, startHost, windowAddress } from './vscode-host.mjs';

/** Label of each theme, and the class that the workbench bears once it is on. */
const themes = {
  light: ['Light Modern', 'vs'],
  dark: ['Dark Modern', 'vs-dark'],
  'high-contrast': ['Dark High Contrast', 'hc-black'],
};
const views = {
  marks: { file: '001', line: 43 },
  hover: { file: '001', hover: '地瓜經濟' },
  person: { file: '001', hover: '易煉紅' },
  problems: { file: '003', panel: true },
  twin: { file: '004', command: 'Open Converted Copy Beside', keys: ['Enter'] },
  completion: { file: '001', typed: '「yglz' },
  entities: { file: '001', line: 43, view: 'entities', keys: ['ArrowRight', 'ArrowDown', 'ArrowRight'] },
  domains: { file: '001', line: 43, view: 'domains', keys: ['ArrowRight'] },
  timeline: { file: '001', line: 43, view: 'timeline', keys: ['End', 'ArrowRight', 'ArrowDown', 'ArrowRight'] },
  'amounts-bar': { file: '001', line: 43, view: 'amounts' },
  amounts: { file: '001', command: 'Open Amounts in Editor' },
  graph: { file: '001', command: 'Open Who Appears with Whom in Editor' },
};
const wanted = process.argv.slice(2);
await ensureDependencies();
await run(process.execPath, ['tools/build.mjs'], { cwd: project });
mkdirSync(join(project, 'docs/images'), { recursive: true });

for (const [theme, [label, shown]] of Object.entries(themes)) {
  const names = Object.keys(views).filter((view) => wanted.length === 0 || wanted.includes(`${view}-${theme}`));
  if (names.length === 0) continue;
  const host = await startHost({
    settings: {
      'editor.minimap.enabled': false,
      'editor.fontSize': 15,
      'breadcrumbs.enabled': false,
      // The documents shown are the project's own: what is typed for a picture is not kept.
      'files.autoSave': 'off',
    },
  });
  const browser = await openBrowser(host.chromium);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(windowAddress(host.url, { folder: resolve(project, 'seeds'), extension: project }));
    await page.waitForSelector('.monaco-workbench .explorer-folders-view', { timeout: 60_000 });
    await chooseTheme(page, label, shown);
    for (const name of names) {
      await show(page, views[name]);
      await page.screenshot({ path: join(project, `docs/images/${name}-${theme}.png`) });
    }
  } finally {
    await browser.close();
    await host.stop();
  }
}

/** By the list of themes, as a person does: what the settings file names is not always in force from the start. */
async function chooseTheme(page, label, shown) {
  await page.waitForTimeout(2000);
  await untilListed(page, async () => {
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Control+T');
  });
  await page.keyboard.type(label);
  await page.waitForTimeout(1000);
  await page.keyboard.press('Enter');
  await page.waitForSelector(`.monaco-workbench.${shown}`, { timeout: 20_000 });
}

async function show(page, { file, line, hover, panel, view, keys = [], command, typed }) {
  await page.keyboard.press('Escape');
  if (view || command) {
    await page.mouse.move(900, 400);
    await runCommand(page, 'View: Show Explorer');
  }
  await openSeed(page, file);
  await untilMarked(page);
  // Words are looked for from the top down, whatever the picture before was of.
  if (!panel) await page.keyboard.press('Control+Home');
  if (line) {
    await page.keyboard.press('Control+G');
    await page.keyboard.type(String(line));
    await page.keyboard.press('Enter');
    await page.waitForTimeout(1500);
  }
  if (panel) {
    await page.keyboard.press('Control+Shift+M');
    await page.waitForTimeout(1500);
  }
  if (view) {
    await focusView(page, view);
    for (const key of ['Home', ...keys]) {
      await page.keyboard.press(key);
      await page.waitForTimeout(700);
    }
  }
  if (command) {
    await runCommand(page, `Meipi: ${command}`);
    await page.waitForTimeout(4000);
    for (const key of view ? [] : keys) {
      await page.keyboard.press(key);
      await page.waitForTimeout(4000);
    }
  }
  if (typed) {
    await page.keyboard.press('Control+End');
    await page.keyboard.type(typed, { delay: 150 });
    await page.keyboard.press('Control+Space');
    await page.waitForTimeout(3000);
  }
  if (hover) {
    await hoverOver(page, hover);
    await page.waitForTimeout(800);
  }
}
