import assert from 'node:assert/strict';
import type { RuleId } from '../../server/src/rules/index';
import { summarize } from '../../server/src/rules/summary';
import { shippedAnalyzer } from '../support/analyzer';
import { findingsOf } from '../support/findings';

const found = (rule: RuleId, text: string): readonly string[] => findingsOf(text, rule).map((each) => each.text);

describe('name-variant', () => {
  it('finds a meeting from whose name two characters have dropped', () => {
    const text = '昨日舉行的粵港青年專業合作論壇有百人參加。\n\n在廣州舉行的粵港青年專業服務合作論壇今日閉幕。\n';
    assert.deepEqual(found('name-variant', text), ['粵港青年專業合作論壇']);
  });

  it('finds one event with and without blanks', () => {
    const text = '2023 世界互聯網大會開幕。\n\n2023世界互聯網大會有千人參加。\n\n2023世界互聯網大會閉幕。\n';
    assert.deepEqual(found('name-variant', text), ['2023 世界互聯網大會']);
  });

  it('finds a person written with another form of a character, in another file too', async () => {
    const analyzer = await shippedAnalyzer();
    const other = summarize('b.txt', analyzer.analyze('教育局局長陳衞東出席典禮。陳衞東表示支持。'));
    const found = findingsOf('教育局局長陳衛東出席典禮。', 'name-variant', { others: [other] });
    assert.deepEqual(
      found.map(({ text, finding }) => [text, finding.related[0]?.document]),
      [['陳衛東', 'b.txt']],
    );
  });

  it('spares sessions that differ by their number, and sittings of one body', () => {
    for (const text of [
      '2019年5月31日 南山省第十三届人民代表大会常务委员会第十次会议通过。\n\n2020年9月1日 南山省第十三届人民代表大会常务委员会第十三次会议修正。\n',
      '地方性法规案经主席团决定列入会议议程。\n\n其他议案由主席团决定是否列入会议议程。\n',
      '第三十二条 常务委员会会议审议法规案。\n\n第三十二条 常务委员会分组会议审议法规案。\n',
    ])
      assert.deepEqual(found('name-variant', text), [], text);
  });

  it('spares short names, the other script, and names that have a part of their own', () => {
    for (const text of [
      '廣東省人民政府發布公告。廣東省政府表示支持。',
      '浙江省商務廳廳長出席。浙江商務廳發言人表示。',
      '香港中華總商會與香港總商會合辦論壇。',
      '全國人民代表大會常務委員會舉行會議。全國人大常委會作出決定。',
    ])
      assert.deepEqual(found('name-variant', text), [], text);
  });
});

describe('list-mismatch', () => {
  const text = (last: string): string =>
    `雙方確立八個領域，包括金融、貿易、教育、航空、旅遊、環保、${last}。\n\n` +
    ['金融', '貿易', '教育', '航空', '旅遊', '環保', '醫療及衞生']
      .map((label) => `- ${label}：支持雙方合作。\n`)
      .join('');
  it('finds a list that differs from the labels below', () => {
    assert.equal(found('list-mismatch', text('醫療')).length, 1);
  });
  it('spares lists that agree or have little in common', () => {
    assert.deepEqual(found('list-mismatch', text('醫療及衞生')), []);
    assert.deepEqual(found('list-mismatch', text('醫療').replaceAll('、教育、航空、旅遊', '、法律、會計、建築')), []);
  });
});

describe('character-variant', () => {
  it('finds two forms of one character, the rarer first', () => {
    assert.deepEqual(found('character-variant', '有着優勢，隨着發展，藉著機會。'), ['著']);
    assert.deepEqual(found('character-variant', '衞生署與衞生局討論公共衛生政策。'), ['衛']);
  });
  it('spares words of their own, names, and texts with one form', () => {
    for (const text of ['有着顯著優勢，著名作家的著作。', '藉著機會，隨著發展。', '有着优势，显著发展。'])
      assert.deepEqual(found('character-variant', text), [], text);
  });
  it('follows the house style', () => {
    const settings = { severities: {}, locale: 'en', houseStyle: 'hk' } as const;
    assert.deepEqual(
      findingsOf('公共衛生政策的發展。', 'character-variant', { settings }).map(({ text }) => text),
      ['衛'],
    );
  });
});
