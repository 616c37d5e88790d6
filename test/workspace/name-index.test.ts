import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import type { Analyzer } from '../../server/src/analysis/analyzer';
import type { NamingType } from '../../server/src/analysis/types';
import { summarize } from '../../server/src/rules/summary';
import type { DocumentSummary } from '../../server/src/rules/types';
import { foldText } from '../../server/src/text/fold';
import { createNameIndex, type NameIndex } from '../../server/src/workspace/name-index';
import { shippedAnalyzer } from '../support/analyzer';
import { findingsOf } from '../support/findings';
import { viewTables } from '../support/tables';

let analyzer: Analyzer;
before(async () => {
  analyzer = await shippedAnalyzer();
});
const summaryOf = (document: string, text: string): DocumentSummary => summarize(document, analyzer.analyze(text));
const surfaces = (summaries: readonly DocumentSummary[]): readonly string[] =>
  summaries.flatMap(({ document, entities }) =>
    entities.flatMap(({ forms }) => forms.map(({ surface }) => `${document} ${surface}`)),
  );
/** A summary made by hand: each name once, one a line. */
const named = (document: string, names: Readonly<Record<string, NamingType>>, line = 0): DocumentSummary => ({
  document,
  entities: Object.entries(names).map(([surface, type], at) => ({
    id: surface,
    type,
    forms: [
      {
        surface,
        folded: foldText(viewTables.fold, surface),
        count: 1,
        place: { line: line + at, start: 0, end: surface.length },
      },
    ],
  })),
});
const fullNames = { 滬港專業服務合作論壇: 'EVENT', 曾國衞: 'PERSON', 政制及內地事務局: 'ORGANISATION' } as const;
const shortNames = { 滬港專業合作論壇: 'EVENT', 曾國衛: 'PERSON', 政制及內地事務局: 'ORGANISATION' } as const;
const full = '滬港專業服務合作論壇昨日舉行，政制及內地事務局局長曾國衞出席。\n';
const short = '滬港專業合作論壇昨日舉行，政制及內地事務局局長曾國衛出席。\n';

describe('names of other documents', () => {
  let index: NameIndex;
  beforeEach(() => {
    index = createNameIndex();
    index.update('file', named('a', fullNames));
    index.update('file', named('b', { 王偉中: 'PERSON' }));
  });

  it('are those that could be one of the document’s own', () => {
    assert.deepEqual(surfaces(index.beside(named('c', shortNames))), ['a 曾國衞', 'a 滬港專業服務合作論壇']);
    assert.deepEqual(index.beside(named('c', fullNames)), []);
    assert.deepEqual(index.beside(named('a', shortNames)), []);
  });

  it('are the same objects as long as nothing about them changes', () => {
    const own = named('c', shortNames);
    const first = index.beside(own);
    index.update('file', named('b', { 王偉中: 'PERSON', 李家超: 'PERSON' }));
    index.update('file', named('a', { ...fullNames, 李家超: 'PERSON' }));
    assert.equal(index.beside(own), first);
    index.update('file', named('a', fullNames, 1));
    assert.notEqual(index.beside(own), first);
    const event = index.beside(own)[0]?.entities.find(({ type }) => type === 'EVENT');
    assert.equal(event?.forms[0]?.place.line, 1);
  });

  it('go with their document, and come from the editor where it is open', () => {
    const own = named('c', shortNames);
    index.update('editor', named('a', {}));
    assert.deepEqual(index.beside(own), []);
    index.remove('a', 'editor');
    assert.equal(surfaces(index.beside(own)).length, 2);
    index.hide('a', true);
    assert.deepEqual(index.beside(own), []);
    index.hide('a', false);
    index.remove('a', 'file');
    assert.deepEqual(index.beside(own), []);
  });

  it('are given once where many documents share them', () => {
    for (let number = 0; number < 50; number += 1) index.update('file', named(`z${number}`, fullNames));
    assert.deepEqual(surfaces(index.beside(named('c', shortNames))), ['a 曾國衞', 'a 滬港專業服務合作論壇']);
  });

  it('tell name-variant all that the whole summaries tell it', () => {
    const texts = new Map([
      ...readdirSync('seeds')
        .filter((name) => name.endsWith('.txt'))
        .map((name) => [name, readFileSync(`seeds/${name}`, 'utf8')] as const),
      ['full', full] as const,
      ['short', short] as const,
    ]);
    const summaries = [...texts].map(([name, text]) => summaryOf(name, text));
    const all = createNameIndex();
    for (const summary of summaries) all.update('file', summary);
    let told = 0;
    for (const summary of summaries) {
      const text = texts.get(summary.document) ?? '';
      const placesWith = (others: readonly DocumentSummary[]): readonly string[] =>
        findingsOf(text, 'name-variant', { others }).map((found) => `${found.line} ${found.text}`);
      const whole = placesWith(summaries.filter((other) => other !== summary));
      assert.deepEqual(placesWith(all.beside(summary)), whole, summary.document);
      told += whole.length;
    }
    assert.ok(told >= 4);
  });
});
