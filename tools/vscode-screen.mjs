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
