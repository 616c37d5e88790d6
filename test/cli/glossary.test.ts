import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../server/src/cli/failure';
import { readGlossaryCsv, writeGlossaryCsv } from '../../server/src/cli/glossary-csv';
import { readTbx, writeTbx, type Entry } from '../../server/src/cli/glossary-tbx';
import { readGlossary } from '../../server/src/lexicon/glossary-reader';

const folder = 'server/data/glossary';
const entries: readonly Entry[] = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .flatMap((name) => readGlossary(readFileSync(join(folder, name), 'utf8'), name).concepts)
  .map(({ origin: _origin, ...entry }) => entry);

const tbx = (inside: string, head = ''): string =>
  `<?xml version="1.0"?>${head}<tbx type="TBX-Basic" style="dca"><text><body>${inside}</body></text></tbx>`;
const refused = (content: string): RegExp | string => {
  try {
    readTbx(content, 'a.tbx');
    return 'nothing';
  } catch (error) {
    assert.ok(error instanceof Failure);
    return error.message;
  }
};

describe('a glossary', () => {
  it('goes through TBX and comes back as it was', () => {
    const { entries: back, unknown } = readTbx(writeTbx(entries), 'a.tbx');
    assert.deepEqual([...unknown], []);
    assert.equal(back.length, entries.length);
    for (const [at, entry] of entries.entries()) assert.deepEqual(back[at], entry, entry.id);
  });

  it('goes through CSV and comes back as it was', () => {
    const back = readGlossaryCsv(writeGlossaryCsv(entries), 'a.csv');
    for (const [at, entry] of entries.entries()) assert.deepEqual(back[at], entry, entry.id);
  });

  it('keeps the difference between what is given up and what is forbidden', () => {
    const statuses = ['preferred', 'admitted', 'deprecated', 'forbidden'] as const;
    const words = statuses.map((status): Entry => ({
      id: status,
      type: 'CONCEPT',
      forms: { hk: [status] },
      definition: { en: 'x' },
      status,
    }));
    assert.deepEqual(readTbx(writeTbx(words), 'a.tbx').entries, words);
    assert.deepEqual(readGlossaryCsv(writeGlossaryCsv(words), 'a.csv'), words);
  });

  it('keeps every character of a form and a definition', () => {
    const odd: Entry = {
      id: 'odd',
      type: 'CONCEPT',
      forms: { hk: ['甲|乙', '丙\\丁', '"戊"'], cn: ['<己> & 庚'] },
      en: ['=SUM(A1)'],
      definition: { hant: '一行\n兩行，「引號」', en: 'a "quoted", word' },
    };
    assert.deepEqual(readTbx(writeTbx([odd]), 'a.tbx').entries, [odd]);
    assert.deepEqual(readGlossaryCsv(writeGlossaryCsv([odd]), 'a.csv'), [odd]);
  });

  it('loses nothing of any entry on the way through TBX and CSV', () => {
    const text = fc
      .string({ unit: fc.constantFrom(...'港策a B|\\"\'<>&;,=]-—。：\n0') })
      .map((each) => each.trim())
      .filter((each) => each !== '');
    const list = fc.uniqueArray(text, { minLength: 1, maxLength: 3 });
    const plain = { noNullPrototype: true };
    const record = (keys: readonly string[], value: fc.Arbitrary<unknown>): fc.Arbitrary<Record<string, unknown>> =>
      fc
        .record(Object.fromEntries(keys.map((key) => [key, value])), { ...plain, requiredKeys: [] })
        .filter((each) => Object.keys(each).length > 0);
    const entry = fc.record(
      {
        id: text,
        type: fc.constantFrom('POLICY', 'CONCEPT', 'PLACE'),
        category: text,
        domain: text,
        forms: record(['hk', 'tw', 'cn'], list),
        short: record(['hk', 'tw', 'cn'], list),
        ambiguous: list,
        en: list,
        definition: record(['hant', 'hans', 'en'], text),
        usage: record(['hant', 'hans', 'en'], text),
        since: text,
        by: text,
        related: list,
        sources: fc.array(fc.record({ fact: text, basis: text }, plain), { minLength: 1, maxLength: 2 }),
        conversion: text,
        status: fc.constantFrom('preferred', 'admitted', 'deprecated', 'forbidden'),
        replacedBy: text,
      },
      { ...plain, requiredKeys: ['id', 'type', 'forms', 'definition'] },
    ) as unknown as fc.Arbitrary<Entry>;
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 3 }), (words) => {
        const { entries: back, unknown } = readTbx(writeTbx(words), 'a.tbx');
        assert.deepEqual([...unknown], []);
        assert.deepEqual(back, words);
        assert.deepEqual(readGlossaryCsv(writeGlossaryCsv(words), 'a.csv'), words);
      }),
      { numRuns: 500 },
    );
  });

  it('reads TBX of others: the first edition too, and says what it left out', () => {
    const { entries: found, unknown } = readTbx(
      tbx(
        '<termEntry id="t1"><descrip type="subjectField">finance</descrip><xref type="url">x</xref>' +
          '<langSet xml:lang="zh-Hant"><tig><term>債券通</term><termNote type="partOfSpeech">noun</termNote></tig></langSet>' +
          '<langSet xml:lang="zh-CN"><tig><term>债券通</term></tig></langSet>' +
          '<langSet xml:lang="en-GB"><tig><term>Bond Connect</term></tig></langSet></termEntry>',
      ),
      'a.tbx',
    );
    assert.deepEqual(
      found.map(({ id, forms, en, category }) => ({ id, forms, en, category })),
      [{ id: 't1', forms: { tw: ['債券通'], cn: ['债券通'] }, en: ['Bond Connect'], category: 'finance' }],
    );
    assert.deepEqual([...unknown.keys()].sort(), ['termNote (partOfSpeech)', 'xref']);
  });

  it('refuses entities, external ones and bombs, and what is no XML, by file and line', () => {
    const external = '<!DOCTYPE tbx [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
    const bomb = '<!DOCTYPE tbx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    for (const head of [external, bomb])
      assert.match(String(refused(tbx('<p>&x;</p>', head))), /^a\.tbx:1: a document type/u);
    assert.match(String(refused('<tbx>\n<text>\n</tbx>')), /^a\.tbx:3: no well-formed XML/u);
    assert.match(String(refused(tbx('<note>&undeclared;</note>'))), /^a\.tbx:1: no well-formed XML/u);
  });

  it('names the column and the row of a CSV that it cannot read', () => {
    assert.throws(() => readGlossaryCsv('id,colour\r\na,red\r\n', 'a.csv'), /a\.csv:1: no column is called colour/u);
    assert.throws(() => readGlossaryCsv('id,forms.hk\r\na,\r\n', 'a.csv'), /a\.csv: row 2 has no form/u);
  });
});
