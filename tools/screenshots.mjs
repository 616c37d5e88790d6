// Takes the pictures of the README in a real VS Code: marks, hover, outline and problems, in each theme.
//
//   npm run screenshots [-- NAME…]      writes docs/images/NAME.png
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { run } from './processes.mjs';
import { ensureDependencies, project } from './project.mjs';
import { openBrowser, startHost, windowAddress } from './vscode-host.mjs';

const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern', 'high-contrast': 'Default High Contrast' };
const views = {
  marks: { file: '001', hover: undefined },
  hover: { file: '001', hover: '地瓜經濟' },
  person: { file: '001', hover: '易煉紅' },
  problems: { file: '003', panel: true },
};
const wanted = process.argv.slice(2);
await ensureDependencies();
await run(process.execPath, ['tools/build.mjs'], { cwd: project });
mkdirSync(join(project, 'docs/images'), { recursive: true });

for (const [theme, label] of Object.entries(themes)) {
  const names = Object.keys(views).filter((view) => wanted.length === 0 || wanted.includes(`${view}-${theme}`));
  if (names.length === 0) continue;
  const host = await startHost({
    settings: {
      'workbench.colorTheme': label,
      'editor.minimap.enabled': false,
      'editor.fontSize': 15,
      'breadcrumbs.enabled': false,
    },
  });
  const browser = await openBrowser(host.chromium);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(windowAddress(host.url, { folder: resolve(project, 'seeds'), extension: project }));
    await page.waitForSelector('.monaco-workbench .explorer-folders-view', { timeout: 60_000 });
    for (const name of names) {
      await show(page, views[name]);
      await page.screenshot({ path: join(project, `docs/images/${name}-${theme}.png`) });
    }
  } finally {
    await browser.close();
    await host.stop();
  }
}

async function show(page, { file, hover, panel }) {
  await page.keyboard.press('Escape');
  await page
    .locator('.explorer-folders-view .monaco-list-row', { hasText: `${file}_` })
    .first()
    .dblclick();
  await page.waitForFunction(
    (prefix) => document.querySelector('.tab.active')?.textContent?.startsWith(prefix),
    `${file}_`,
  );
  await page.waitForTimeout(4000);
  if (panel) {
    await page.keyboard.press('Control+Shift+M');
    await page.waitForTimeout(1500);
  }
  if (hover) {
    const place = await find(page, hover);
    await page.mouse.move(place.x - 40, place.y);
    await page.mouse.move(place.x, place.y, { steps: 6 });
    await page.waitForSelector('.monaco-hover:not(.hidden)', { timeout: 10_000 });
    await page.waitForTimeout(800);
  }
}

/** The middle of a word on the screen: rendered spans do not follow words, so it is found by a range over the lines. */
async function find(page, word) {
  for (let round = 0; round < 40; round += 1) {
    const place = await page.evaluate((text) => {
      for (const line of document.querySelectorAll('.view-line')) {
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        const nodes = [];
        while (walker.nextNode()) nodes.push(walker.currentNode);
        const at = nodes
          .map((node) => node.data)
          .join('')
          .indexOf(text);
        if (at < 0) continue;
        let seen = 0;
        for (const node of nodes) {
          if (at < seen + node.data.length) {
            const range = document.createRange();
            range.setStart(node, at - seen);
            range.setEnd(node, at - seen + 1);
            const box = range.getBoundingClientRect();
            return { x: box.x + box.width, y: box.y + box.height / 2 };
          }
          seen += node.data.length;
        }
      }
      return undefined;
    }, word);
    if (place && place.y > 60 && place.y < 700) return place;
    await page.mouse.move(800, 400);
    await page.mouse.wheel(0, 200);
    await page.waitForTimeout(150);
  }
  throw new Error(`${word} is not on the screen`);
}
