import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { matchesReading, pronounce, readingsOf } from '../../server/src/features/readings';
import { noReadings, parseReadings, placeReadings } from '../../server/src/lexicon/reading-table';
import { parseTable } from '../../server/src/lexicon/table';
import { foldText } from '../../server/src/text/fold';
import { viewTables } from '../support/tables';

const fold = (text: string): string => foldText(viewTables.fold, text);
const table = parseReadings(readFileSync('server/data/readings.tsv', 'utf8'), fold);
const options = { table, fold };
const expected = parseTable(readFileSync('test/features/readings.tsv', 'utf8')).rows;

describe('readings', () => {
  it('are listed for more than 120 polyphones, places and surnames', () => {
    assert.ok(expected.length >= 120, `${expected.length} rows`);
  });

  for (const { kind = '', text = '', mandarin = '', cantonese = '' } of expected) {
    it(`of ${kind} ${text}`, async () => {
      const read = await pronounce(text, { ...options, isPerson: kind === 'person' });
      assert.deepEqual([read.mandarin.join(' '), read.cantonese.join(' ')], [mandarin, cantonese]);
    });
  }

  it('keep a syllable for each character, whatever stands between', async () => {
    for (const text of ['CEPA協議', '10億元', '「一帶一路」', '港珠澳大橋·2018', '𠮷野家', '']) {
      const { mandarin, cantonese } = await pronounce(text, options);
      assert.ok(mandarin.length >= [...text].length, text);
      assert.ok(cantonese.length >= [...text].length, text);
    }
  });

  it('of a surname hold at the head of a personal name alone', () => {
    const keysOf = (text: string, isPerson: boolean): readonly number[] =>
      placeReadings(table, fold(text), isPerson).map(({ start }) => start);
    assert.deepEqual(keysOf('曾志強', true), [0]);
    assert.deepEqual(keysOf('曾志強', false), []);
    assert.deepEqual(keysOf('尉遲', true), [], 'a surname without a given name is none');
  });

  it('are left to the dictionaries where a row does not fit its text', () => {
    const odd = parseReadings(
      'kind\ttext\tmandarin\tcantonese\nword\t重慶\tchóng\t\nking\t香港\txiāng gǎng\t\nword\t\ta\tb\n',
      fold,
    );
    assert.deepEqual([...odd.words, ...odd.surnames, ...odd.given], []);
  });
});

describe('searching by reading', () => {
  const finds = async (query: string, text: string): Promise<boolean> =>
    matchesReading(query, await readingsOf(text, options));

  it('takes full pinyin, initials and Jyutping with or without tones', async () => {
    for (const query of ['yglz', 'yiguoliangzhi', 'yiguo', 'jatgwokloengzai', 'jat1gwok3', 'loengzai'])
      assert.ok(await finds(query, '一國兩制'), query);
    for (const query of ['lv', 'lvse', 'luksik']) assert.ok(await finds(query, '綠色金融'), query);
  });

  it('reads both scripts alike', async () => {
    assert.deepEqual(await readingsOf('行政長官', options), await readingsOf('行政长官', options));
  });

  it('finds nothing by tone numbers alone or by other letters', async () => {
    for (const query of ['1', '', 'xyz', 'guoliang1x']) assert.equal(await finds(query, '一國兩制'), false, query);
  });

  it('does without the table', async () => {
    assert.equal((await readingsOf('香港', { table: noReadings, fold })).full, 'xianggang');
  });
});
