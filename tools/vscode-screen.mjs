// What a person does with a window of VS Code: opens a file, points at a word.

/** Opens the seed whose name begins with `prefix` from the explorer and waits until its tab is in front. */
export async function openSeed(page, prefix) {
  await page
    .locator('.explorer-folders-view .monaco-list-row', { hasText: `${prefix}_` })
    .first()
    .dblclick();
  await page.waitForFunction(
    (start) => document.querySelector('.tab.active')?.textContent?.startsWith(start),
    `${prefix}_`,
  );
}

/** Waits until the text in front has taken on the colours of several types of mention. */
export async function untilMarked(page) {
  await page.waitForFunction(
    () =>
      new Set(
        [...document.querySelectorAll('.view-line span[class*="mtk"]')].map((span) => getComputedStyle(span).color),
      ).size >= 5,
    undefined,
    { timeout: 60_000 },
  );
  await page.waitForTimeout(1000);
}

/** Points at `word` and gives the text of the hover that appears. */
export async function hoverOver(page, word) {
  const place = await find(page, word);
  await page.mouse.move(place.x - 40, place.y);
  await page.mouse.move(place.x, place.y, { steps: 6 });
  const hover = page.locator('.monaco-hover:not(.hidden)').first();
  await hover.waitFor({ timeout: 20_000 });
  for (let round = 0; round < 50 && /^Loading/u.test(await hover.innerText()); round += 1)
    await page.waitForTimeout(100);
  return hover.innerText();
}

/** Presses what opens a list of choices until the list is there: a window that is still busy may miss a key. */
export async function untilListed(page, press) {
  for (let round = 0; ; round += 1) {
    await press();
    try {
      return await page.waitForSelector('.quick-input-widget .monaco-list-row', { timeout: 8000 });
    } catch (error) {
      if (round === 3) throw error;
    }
  }
}

/** Runs a command by its title in the palette. */
export async function runCommand(page, title) {
  await untilListed(page, () => page.keyboard.press('F1'));
  await page.keyboard.type(title);
  await page.waitForTimeout(800);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(500);
}

/** Opens one view of Meipi's container, closes the others, and gives it the focus and room enough. */
export async function focusView(page, name) {
  const titles = { entities: 'Entities', domains: 'Domains', timeline: 'Timeline', amounts: 'Amounts', graph: 'Who' };
  await runCommand(page, 'View: Show Meipi');
  const headers = page.locator('.part.sidebar .pane-header');
  await headers.first().waitFor();
  for (let at = 0; at < (await headers.count()); at += 1) {
    const header = headers.nth(at);
    const isWanted = (await header.innerText()).toLowerCase().startsWith(titles[name].toLowerCase());
    const isOpen = (await header.getAttribute('aria-expanded')) === 'true';
    if (isWanted !== isOpen) await header.click({ position: { x: 40, y: 10 } });
  }
  const edge = await page.locator('.part.sidebar').boundingBox();
  if (edge.width < 400) {
    await page.mouse.move(edge.x + edge.width, 400);
    await page.mouse.down();
    await page.mouse.move(edge.x + 460, 400, { steps: 5 });
    await page.mouse.up();
    await page.mouse.move(900, 400);
  }
  await page.waitForTimeout(2500);
  const rows = page.locator('.part.sidebar .pane.vertical .monaco-list:visible').first();
  if (name !== 'amounts' && name !== 'graph') await rows.focus();
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
