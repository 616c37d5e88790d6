import assert from 'node:assert/strict';
import { cleanText, escapeMarkdown, markdownLink } from '../../server/src/features/escape';

describe('document text in Markdown', () => {
  const hostile = [
    '[點我](command:workbench.action.quit)',
    '![x](https://example.org/a.png)',
    '<img src=x onerror=alert(1)>',
    '`code`',
    'https://example.org',
    'www.example.org',
    'a@example.org',
    '# 標題',
    '**粗**',
    '<!-- -->',
    '| a |',
    '&lt;',
  ];
  for (const text of hostile) {
    it(`is text and nothing else: ${text}`, () => {
      assert.doesNotMatch(escapeMarkdown(text).replace(/\\[!-/:-@[-`{-~]/gu, ''), /[!-/:-@[-`{-~]/u);
    });
  }
  it('loses marks that turn the direction of text', () => {
    assert.equal(cleanText('a\u202eb\u2066c'), 'abc');
  });
  it('stays on one line', () => {
    assert.equal(cleanText('a\r\nb\u2028c\0d'), 'a b c d');
  });
  it('cannot leave a link', () => {
    assert.equal(
      markdownLink('報告](x', 'file:///a/報告(1).txt#L3'),
      '[報告\\]\\(x](file:///a/%E5%A0%B1%E5%91%8A%281%29.txt#L3)',
    );
  });
});
