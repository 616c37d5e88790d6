import assert from 'node:assert/strict';
import type { Hover, MarkupContent } from 'vscode-languageserver';
import { LanguageClient } from '../support/language-client';

describe('text of documents on show', function () {
  this.timeout(60_000);
  const lines = [
    '香港貿易發展局[點此](command:workbench.action.quit)與浙江省商務廳簽約。',
    '香港貿易發展局<img src="https://example.org/a.png">開會。',
    '香港貿易發展局![圖](https://example.org/a.png)開會。',
    '香港貿易發展局\u202etxt.exe\u202c開會。',
    '香港貿易發展局[https://例子.org](https://ехample.org)開會，2023年6月3日收5億港元。',
    '香港貿易發展局`code`**bold**$(command)開會。',
  ];
  let client: LanguageClient;
  before(async () => {
    client = await LanguageClient.start();
  });
  after(() => client.stop());

  it('stays text in hovers: no link, picture, command or markup of its own', async () => {
    const uri = 'file:///display/a.policy.txt';
    await client.open(uri, lines.join('\n\n'));
    let shown = 0;
    for (const [number, line] of lines.entries()) {
      for (let character = 0; character < line.length; character += 1) {
        const hover = await client.at<Hover | null>('textDocument/hover', uri, { line: number * 2, character });
        if (hover === null) continue;
        shown += 1;
        const { value } = hover.contents as MarkupContent;
        assert.doesNotMatch(value, /(?<!\\)\]\((?:command|https?):/u, value);
        assert.doesNotMatch(value, /(?<!\\)<img/u, value);
        assert.doesNotMatch(value, /[\u202a-\u202e\u2066-\u2069]/u, value);
        assert.doesNotMatch(value, /(?<!\\)`code`/u, value);
      }
    }
    assert.ok(shown > 20);
  });
});
