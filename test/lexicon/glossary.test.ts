import assert from 'node:assert/strict';
import fc from 'fast-check';
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
        '2:15 wrong-type forms.hk',
        '2:10 wrong-type forms',
        '4:3 not-a-mapping',
        '7:3 unknown-key colour',
        '5:20 unknown-key forms.mo',
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
    assert.match(
      glossaryAsLexicon(shipped),
      /^Y-night-economy\tPOLICY\t夜經濟\t夜間經濟\|夜经济\|夜间经济\|\?夜市計劃\t\tNight economy$/mu,
    );
  });
});
