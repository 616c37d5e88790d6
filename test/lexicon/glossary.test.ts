import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stringify } from 'yaml';
import {
  allForms,
  entityIdOf,
  glossaryAsLexicon,
  joinGlossaries,
  preferredForm,
} from '../../server/src/lexicon/glossary';
import { readGlossary } from '../../server/src/lexicon/glossary-reader';
import { foldText } from '../../server/src/text/fold';
import { viewTables } from '../support/tables';

const fold = (text: string): string => foldText(viewTables.fold, text);
const faultsOf = (content: string): readonly string[] =>
  readGlossary(content, 'own.yaml').faults.map(({ line, column, kind, detail }) =>
    `${line}:${column} ${kind} ${detail}`.trim(),
  );

const good = `- id: night-economy
  type: POLICY
  forms:
    hk: [夜經濟, 夜間經濟]
    cn: [夜经济, 夜间经济]
  short: {hk: [夜市計劃]}
  ambiguous: [夜市計劃]
  en: [Night economy]
  definition:
    hant: 入夜後的消費活動。
    hans: 入夜后的消费活动。
  since: 2019
`;

describe('glossary files', () => {
  it('give concepts with all their forms and where they stand', () => {
    const {
      concepts: [concept],
      faults,
    } = readGlossary(`# ours\n${good}`, 'own.yaml');
    assert.deepEqual(faults, []);
    assert.ok(concept);
    assert.deepEqual(concept.origin, { file: 'own.yaml', line: 2 });
    assert.deepEqual(allForms(concept), ['夜經濟', '夜間經濟', '夜经济', '夜间经济', '夜市計劃']);
    assert.equal(concept.since, '2019');
    assert.equal(preferredForm(concept, 'tw'), '夜經濟');
    assert.equal(entityIdOf(concept), 'Y-night-economy');
  });
  it('need forms and a definition only', () => {
    const { concepts } = readGlossary('- forms: {cn: [小目标]}\n  definition: {hans: 一句话。}\n', 'own.yaml');
    assert.deepEqual(
      concepts.map(({ id, type }) => [id, type]),
      [['小目标', 'CONCEPT']],
    );
  });
  it('report a syntax error at its line', () => {
    assert.match(faultsOf('- id: a\n  forms: {hk: [夜經濟\n')[0] ?? '', /^[23]:\d+ syntax /u);
  });
  it('report what is missing, unknown or of the wrong kind at its place, and keep the rest', () => {
    assert.deepEqual(
      faultsOf(
        '- forms: {hk: [一]}\n- forms: {hk: 一}\n  definition: {hant: 二。}\n- 三\n- forms: {hk: [四], mo: [四]}\n  definition: {hant: 四。}\n  colour: red\n  type: THING\n',
      ),
      [
        '1:3 missing-key definition',
        '2:10 wrong-type forms',
        '2:15 wrong-type forms.hk',
        '4:3 not-a-mapping',
        '5:20 unknown-key forms.mo',
        '7:3 unknown-key colour',
        '8:9 wrong-value type: THING',
      ],
    );
    assert.equal(
      readGlossary('- forms: {hk: [四], mo: [四]}\n  definition: {hant: 四。}\n', 'own.yaml').concepts.length,
      1,
    );
  });
  it('report an id that stands twice', () => {
    assert.deepEqual(faultsOf(good + good), ['13:7 duplicate-id night-economy']);
  });
  it('report a form that two entries claim, at the later one, unless both call it ambiguous', () => {
    const other = good.replace('night-economy', 'night-market');
    assert.deepEqual(faultsOf(good + other), [
      '16:10 duplicate-form 夜經濟 (night-economy, 1)',
      '16:15 duplicate-form 夜間經濟 (night-economy, 1)',
      '17:10 duplicate-form 夜经济 (night-economy, 1)',
      '17:15 duplicate-form 夜间经济 (night-economy, 1)',
    ]);
    const plain = '- forms: {hk: [甲乙丙丁]}\n  id: one\n  definition: {hant: 一。}\n';
    assert.deepEqual(faultsOf(plain + plain.replace('one', 'two')), ['4:16 duplicate-form 甲乙丙丁 (one, 1)']);
  });
  it('give a fault its place, however many entries stand before it', () => {
    assert.deepEqual(
      faultsOf(`${good}# between\n\n${good.replaceAll('夜', '日').replace('night', 'day')}  colour: red\n`),
      ['27:3 unknown-key colour'],
    );
    assert.match(faultsOf(`${good}- id: b\n  forms: {hk: [夜\n`)[0] ?? '', /^1[45]:\d+ syntax /u);
  });
  it('are the same whether an entry is plain or has to be read as all of YAML', () => {
    const word = fc.stringMatching(
      /^[\u4e00-\u9fa5A-Za-z][\u4e00-\u9fa5A-Za-z0-9 ，。「」:#&*!,'"-]{0,8}[\u4e00-\u9fa5a-z]$/u,
    );
    const list = fc.uniqueArray(word, { minLength: 1, maxLength: 3 });
    const entry = fc.record(
      {
        id: word,
        type: fc.constantFrom('POLICY', 'CONCEPT'),
        category: word,
        forms: fc.record({ hk: list, cn: list }, { noNullPrototype: true }),
        short: fc.record({ tw: list }, { noNullPrototype: true }),
        en: list,
        definition: fc.record({ hant: word, en: word }, { noNullPrototype: true }),
        since: fc.constantFrom('2019', '2019-05', '2019-05-01', '1980s'),
        related: list,
        sources: fc.array(fc.record({ fact: word, basis: word }, { noNullPrototype: true }), {
          minLength: 1,
          maxLength: 2,
        }),
        status: fc.constantFrom('preferred', 'deprecated'),
      },
      { requiredKeys: ['id', 'type', 'forms', 'definition'], noNullPrototype: true },
    );
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 4 }), fc.boolean(), (entries, isFlow) => {
        const content = isFlow
          ? entries.map((each) => stringify([each], { lineWidth: 0, collectionStyle: 'any' })).join('')
          : stringify(entries, { lineWidth: 0 });
        const { concepts } = readGlossary(content, 'own.yaml');
        // A mark in front of the list makes the whole file one for the reader of all of YAML.
        const slow = readGlossary(`---\n${content}`, 'own.yaml');
        const bare = (all: typeof concepts): unknown => all.map(({ origin: _origin, ...each }) => each);
        assert.deepEqual(bare(concepts), bare(slow.concepts));
        assert.deepEqual(bare(concepts), entries);
      }),
      { numRuns: 400 },
    );
  });
  it('may be empty, but must be a list', () => {
    assert.deepEqual(faultsOf(''), []);
    assert.deepEqual(faultsOf('# nothing yet\n'), []);
    assert.deepEqual(faultsOf('id: x\n'), ['1:1 not-a-list']);
  });
  it('refuse tags, and leave prototypes alone', () => {
    assert.notDeepEqual(faultsOf('- !!js/function "x"\n'), []);
    readGlossary(
      '- __proto__: {polluted: 1}\n  forms: {hk: [一], __proto__: [二]}\n  definition: {hant: 一。}\n',
      'own.yaml',
    );
    assert.equal(({} as { polluted?: number }).polluted, undefined);
  });
  it('do not swell: aliases that multiply are an error', () => {
    const bomb = `- &a [x, x, x, x, x, x, x, x, x, x]\n${[...'bcdefghi'].map((name, at) => `- &${name} [${Array(10).fill(`*${'abcdefgh'[at]}`).join(', ')}]`).join('\n')}\n`;
    assert.equal(readGlossary(bomb, 'own.yaml').concepts.length, 0);
  });
  it('never throw, whatever they hold', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            '-',
            ' ',
            '\n',
            ':',
            '[',
            ']',
            '{',
            '}',
            '&',
            '*',
            '!',
            '|',
            '"',
            'a',
            '港',
            '\0',
            '\ud800',
            '\t',
            '#',
            '%',
            '@',
          ),
        }),
        (content) => {
          readGlossary(content, 'own.yaml');
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('glossaries in layers', () => {
  const read = (content: string) => readGlossary(content, 'own.yaml').concepts;
  const shipped = read(good);
  it('find a concept by any form in either script', () => {
    const glossary = joinGlossaries([shipped], fold);
    assert.deepEqual(
      ['夜經濟', '夜间经济'].map((form) => glossary.byForm(fold(form))[0]?.id),
      ['night-economy', 'night-economy'],
    );
    assert.equal(glossary.byForm('夜').length, 0);
  });
  it('let the user’s entry replace one of the same id or form', () => {
    const own = read('- id: ours\n  forms: {hk: [夜經濟]}\n  definition: {hant: 我們的說法。}\n');
    const glossary = joinGlossaries([shipped, own], fold);
    assert.deepEqual(
      glossary.byForm(fold('夜经济')).map(({ id }) => id),
      ['ours'],
    );
    assert.equal(glossary.byId('night-economy'), undefined);
  });
  it('become a lexicon list with the ambiguous forms marked', () => {
    assert.deepEqual(
      glossaryAsLexicon(shipped).rows.map((row) => row.join(' ')),
      ['Y-night-economy POLICY 夜經濟 夜間經濟|夜经济|夜间经济|?夜市計劃  Night economy'],
    );
  });
});
