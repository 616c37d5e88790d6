import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Analyzer } from '../../../server/src/analysis/analyzer';
import { formatDocument, type FormatOptions } from '../../../server/src/rules/formatting/format';
import { applyEdits } from '../../../server/src/rules/safe-fixes';
import { indexLines } from '../../../server/src/text/lines';
import { shippedAnalyzer } from '../../support/analyzer';

let analyzer: Analyzer;
const formatted = (text: string, options: Partial<FormatOptions> = {}): string => {
  const groups = formatDocument(analyzer.analyze(text), { spacing: 'keep', ...options });
  const edits = groups.flat().sort((a, b) => a.place.line - b.place.line || a.place.start - b.place.start);
  return applyEdits(indexLines(text), edits);
};

before(async () => {
  analyzer = await shippedAnalyzer();
});

describe('formatting of punctuation', () => {
  const cases: Readonly<Record<string, readonly [string, string]>> = {
    'half-width marks behind Chinese characters': ['代表團抵達,訪問廣州;會議閉幕!', '代表團抵達，訪問廣州；會議閉幕！'],
    'the blank that follows them': ['代表團抵達, 訪問廣州。', '代表團抵達，訪問廣州。'],
    'marks between Latin and Chinese': ['加入WTO,促進貿易。', '加入WTO，促進貿易。'],
    'brackets around Chinese, in pairs': ['貿易發展局 (貿發局) 公布', '貿易發展局（貿發局）公布'],
    'brackets behind Chinese': ['世界貿易組織(WTO)的規則', '世界貿易組織（WTO）的規則'],
    'brackets of two widths': ['世界貿易組織（WTO)的規則', '世界貿易組織（WTO）的規則'],
    'an ellipsis of points': ['他說...然後離開。。。', '他說……然後離開……'],
    'half an ellipsis': ['他說…然後離開', '他說……然後離開'],
    'two hyphens for a dash': ['這項政策--即扶貧措施--見效', '這項政策——即扶貧措施——見效'],
    'a full stop of the other width at the end': ['會議今日閉幕.', '會議今日閉幕。'],
  };
  for (const [name, [text, expected]] of Object.entries(cases)) {
    it(`mends ${name}`, () => {
      assert.equal(formatted(text), expected);
    });
  }

  const kept: Readonly<Record<string, string>> = {
    numbers: '成交2,500.5億元，比例為3:2，時間10:30。',
    addresses: '詳見 https://example.org/a,b(c)?d=1;e 一文，電郵 a.b@example.org。',
    'inline code': '輸入 `參觀,訪問(港澳)` 一句。',
    'links and pictures of Markdown': '詳見[公告](公告(一),附件.md)及![圖](圖,一.png)。',
    'HTML and comments': '標題<br class="甲,乙">，<!-- 參觀,訪問 -->正文。',
    'definitions of links': '[公告]: https://example.org 公告,附件',
    'English sentences': 'The talks (in Guangzhou), held today, went well.',
    'a bracketed number before a heading': '(1) WTO rules and 香港',
    'leaders of a table of contents': '第一章 總則......12',
    'a bracket without partner': '第一項) 參觀',
    'names with a point': '弗拉基米爾.普京出席會議',
  };
  for (const [name, text] of Object.entries(kept)) {
    it(`spares ${name}`, () => {
      assert.equal(formatted(text, { spacing: 'keep', houseStyle: 'hk' }), text);
    });
  }

  it('spares fenced code and the head of a Markdown file', () => {
    const text = '---\ntitle: 參觀,訪問\n---\n\n```\n參觀,訪問\n```\n\n參觀,訪問\n';
    assert.equal(formatted(text), text.replace(/參觀,訪問\n$/u, '參觀，訪問\n'));
  });

  it('spares residue that another rule mends', () => {
    const text = '當(dāng)前的形勢';
    assert.equal(formatted(text), text);
  });

  it('keeps every line end', () => {
    assert.equal(formatted('抵達,訪問\r\n抵達,訪問\r抵達,訪問\n'), '抵達，訪問\r\n抵達，訪問\r抵達，訪問\n');
  });
});

describe('formatting of quotation marks', () => {
  it('follows the house style, inner marks included', () => {
    assert.equal(formatted('堅持“一國‘兩制’方針”。', { houseStyle: 'hk' }), '堅持「一國『兩制』方針」。');
    assert.equal(formatted('坚持「一国『两制』方针」。', { houseStyle: 'cn' }), '坚持“一国‘两制’方针”。');
  });

  it('gives straight marks the style of the document, and no other marks another', () => {
    assert.equal(formatted('「一國兩制」與"一帶一路"，以及“大灣區”。'), '「一國兩制」與「一帶一路」，以及“大灣區”。');
    assert.equal(formatted('坚持"一国两制"。'), '坚持“一国两制”。');
  });

  it('spares Latin quotations, apostrophes and inches', () => {
    const text = '公司稱 “Robotaxi” 與 "X" 為例，it’s 香港，屏幕6.1"及6.7"。';
    assert.equal(formatted(text, { houseStyle: 'hk' }), text);
  });
});

describe('formatting of blanks', () => {
  it('keeps them unless asked', () => {
    const text = '共有3個WTO 成員及 12 個組織';
    assert.equal(formatted(text), text);
  });

  it('puts one between Chinese characters and Latin letters or figures, not within amounts', () => {
    assert.equal(formatted('加入WTO的規則', { spacing: 'add' }), '加入 WTO 的規則');
    assert.equal(formatted('今日撥款3萬5千元支持', { spacing: 'add' }), '今日撥款 3萬5千元支持');
  });

  it('takes them out, but not those behind the number of a line nor those that set out columns', () => {
    assert.equal(formatted('加入 WTO 的規則，2025 年實施', { spacing: 'remove' }), '加入WTO的規則，2025年實施');
    assert.equal(formatted('1 總則', { spacing: 'remove' }), '1 總則');
    assert.equal(formatted('香港    123', { spacing: 'remove' }), '香港    123');
  });
});

describe('formatting of any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(...'香港廣東省長著(),.;:!?（）「」“”‘’『』"…。，-–  aB19%`[]<>*#&'),
    fc.constantFrom(
      '...',
      '。。。',
      '--',
      'https://a.b/c,d',
      '](',
      '```',
      '&nbsp;',
      '60億元',
      '\n',
      '\r\n',
      '𠮷',
      'WTO',
    ),
  );
  const anyText = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
  const anyOptions = fc.record({
    spacing: fc.constantFrom('keep', 'add', 'remove'),
    style: fc.constantFrom(undefined, 'hk', 'tw', 'cn'),
  });
  const bare = (text: string): string => text.replace(/[\s,.;:!?()（）「」“”‘’『』"…。，；：！？—-]/gu, '');

  it('changes nothing the second time, and no character but marks and blanks', () => {
    fc.assert(
      fc.property(anyText, anyOptions, (text, { spacing, style }) => {
        const options = { spacing, ...(style === undefined ? {} : { houseStyle: style }) } as FormatOptions;
        const once = formatted(text, options);
        assert.equal(bare(once), bare(text));
        assert.equal(once.split(/\r\n|\r|\n/u).length, text.split(/\r\n|\r|\n/u).length);
        assert.equal(formatted(once, options), once);
      }),
      { numRuns: 1500, seed: 7 },
    );
  });
});
