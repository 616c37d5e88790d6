import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import type { RuleId } from '../../server/src/rules/index';
import { summarize } from '../../server/src/rules/summary';
import type { DocumentSummary, Severity } from '../../server/src/rules/types';
import { shippedAnalyzer } from '../support/analyzer';
import { findingsOf, type Found } from '../support/findings';

/**
 * What the rules are expected to say of the sample documents: document, line (from 1), rule, severity, and the text that
 * the finding touches. The documents are as they were published, errors included.
 */
const expected: readonly (readonly [doc: string, line: number, rule: RuleId, severity: Severity, text: string])[] = [
  ['000', 8, 'unbalanced-marks', 'warning', '【字號:'],
  ['000', 6, 'half-width-punctuation', 'info', '來源:'],
  ['000', 10, 'name-variant', 'warning', '浙港現代專業合作會議'],
  ['000', 14, 'mixed-quotes', 'info', '“一國兩制”'],
  ['000', 28, 'typo', 'warning', '幅射'],
  ['000', 34, 'typo', 'info', '充份'],
  ['000', 41, 'boilerplate', 'hint', '視頻'],
  ['001', 5, 'name-variant', 'warning', '2023 港澳·浙江周'],
  ['001', 35, 'list-mismatch', 'warning', '醫療衛生'],
  ['001', 35, 'duplicate-sentence', 'info', '兩地簽署多項合作協議'],
  ['001', 37, 'name-variant', 'warning', '一號開放工程'],
  ['001', 47, 'unpaired-bold', 'warning', '**鼓勵'],
  ['001', 58, 'unpaired-bold', 'warning', '**支持'],
  ['001', 64, 'character-variant', 'info', '藉著'],
  ['001', 68, 'name-variant', 'warning', '政制及內地事務局長'],
  ['001', 68, 'name-variant', 'warning', '民政及青年事務局長'],
  ['001', 68, 'name-variant', 'warning', '曾國衛'],
  ['001', 78, 'missing-character', 'warning', '萬家民營企業評商環境'],
  ['001', 82, 'broken-paragraph', 'warning', '四千多家企業參加'],
  ['002', 3, 'missing-attachment', 'info', '附圖'],
  ['002', 5, 'half-width-punctuation', 'info', '主題論壇。開幕式上,'],
  ['002', 6, 'whitespace', 'info', '\u00a0'],
  ['002', 14, 'typo', 'warning', '拼購重組'],
  ['002', 16, 'uneven-clauses', 'warning', '平台優勢:雙方'],
  ['002', 98, 'missing-attachment', 'info', '附件一'],
  ['002', 106, 'missing-attachment', 'info', '附件二'],
  ['002', 106, 'missing-attachment', 'info', '附件三'],
  ['003', 1, 'pinyin-residue', 'warning', '當(dāng)前'],
  ['003', 3, 'pinyin-residue', 'warning', '日?qǐng)?bào)'],
  ['003', 4, 'pinyin-residue', 'warning', '日?qǐng)?bào)'],
  ['003', 7, 'mixed-script', 'warning', '并走訪'],
  ['003', 7, 'mixed-script', 'warning', '關(guān)于'],
  ['003', 11, 'mixed-script', 'warning', '風(fēng)涌'],
  ['003', 11, 'mixed-script', 'warning', '余家'],
  ['003', 11, 'mixed-script', 'warning', '伙伴'],
  ['003', 11, 'single-year-average', 'warning', '年均增'],
  ['003', 13, 'mixed-script', 'warning', '聯(lián)系人'],
  ['003', 15, 'mixed-script', 'warning', '制造'],
  ['003', 15, 'mixed-script', 'warning', '旅游'],
  ['003', 15, 'mixed-script', 'warning', '并購'],
  ['003', 21, 'mixed-script', 'warning', '復(fù)制'],
  ['004', 6, 'half-width-punctuation', 'info', '类别:'],
  ['004', 10, 'duplicate-sentence', 'info', '渝港合作书写开放新篇章'],
  ['004', 26, 'typo', 'info', '生产型服务业'],
  ['004', 60, 'unbalanced-marks', 'info', '”'],
];

/** What is right, or cannot be judged, and must stay without a mark. */
const silent: readonly (readonly [doc: string, line: number, text: string])[] = [
  ['000', 10, '於6日'],
  ['000', 20, '兩會'],
  ['000', 28, '中總會用好'],
  ['000', 36, '合共7天(6月3至9日)'],
  ['001', 35, '12個重點合作領域'],
  ['001', 37, '26個合作項目'],
  ['001', 45, '12 領域'],
  ['001', 86, '『十四五』'],
  ['001', 86, '『內地企業國際化服務計劃』'],
  ['002', 5, '今日(六月二十六日)'],
  ['002', 9, '12個共同合作領域'],
  ['002', 86, '在浙港人'],
  ['002', 100, '三份合作文件'],
  ['002', 110, '2023年6月26日(星期一)'],
  ['003', 13, '一帶一部'],
  ['004', 44, '11个领域'],
];

describe('findings in the sample documents', () => {
  const docs = ['000', '001', '002', '003', '004'];
  const names = readdirSync('seeds').filter((name) => name.endsWith('.txt'));
  const textOf = (doc: string): string => {
    const name = names.find((each) => each.startsWith(`${doc}_`));
    if (name === undefined) throw new Error(`there is no sample document ${doc}`);
    return readFileSync(`seeds/${name}`, 'utf8');
  };
  const known = new Map<string, readonly Found[]>();
  let summaries: readonly DocumentSummary[] = [];
  before(async () => {
    const analyzer = await shippedAnalyzer();
    summaries = docs.map((doc) => summarize(doc, analyzer.analyze(textOf(doc))));
  });
  const findingsIn = (doc: string): readonly Found[] => {
    const found =
      known.get(doc) ??
      findingsOf(textOf(doc), undefined, { others: summaries.filter(({ document }) => document !== doc) });
    known.set(doc, found);
    return found;
  };
  /** The findings that touch one of the places where `text` stands in a line. */
  const touching = (doc: string, line: number, text: string): readonly Found[] => {
    const source = textOf(doc).split(/\r\n|\r|\n/u)[line - 1] ?? '';
    const places = [...source.matchAll(new RegExp(escape(text), 'gu'))].map(({ index }) => index);
    assert.ok(places.length > 0, `${doc}:${line} does not hold ${text}`);
    return findingsIn(doc).filter(({ finding: { place } }) => {
      const end = place.endLine === undefined || place.endLine + 1 === line ? place.end : Infinity;
      return place.line + 1 === line && places.some((at) => place.start < at + text.length && at < end);
    });
  };

  for (const [doc, line, rule, severity, text] of expected) {
    it(`${doc}:${line} ${rule}: ${text}`, () => {
      const found = touching(doc, line, text).map((each) => `${each.rule} ${each.severity}`);
      assert.ok(found.includes(`${rule} ${severity}`), found.join(', '));
    });
  }

  for (const [doc, line, text] of silent) {
    it(`${doc}:${line} says nothing of ${text}`, () => {
      assert.deepEqual(
        touching(doc, line, text).map(({ rule }) => rule),
        [],
      );
    });
  }
});

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');
}
