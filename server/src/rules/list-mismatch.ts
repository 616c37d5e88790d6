import type { Analysis, AnalyzedLine } from '../analysis/types';
import type { Span } from '../text/span';
import { toSource } from '../text/view';
import { rememberScan } from './scan';
import type { Draft, Place, Rule } from './types';

/**
 * A list in running text that differs a little from the labels of the list that spells it out: 醫療衛生、法律和爭議解決 above,
 * 醫療衛生及中醫藥 and 推進法律和爭議解決 below.
 *
 * Tells of two lists of six and more items of which most agree and one to three do not. Spares: lists that have little in
 * common, items that are labels of other lists.
 */
export const listMismatch: Rule = {
  id: 'list-mismatch',
  group: 'names',
  severity: 'warning',
  find({ analysis, say }) {
    const labelled = labelsOf(analysis);
    if (labelled.length < 6) return [];
    const names = new Set(labelled.map(({ label }) => label));
    return lists(analysis.lines).flatMap(({ line, analyzed, results }): readonly Draft[] =>
      results.flatMap(({ items, start, end }): readonly Draft[] => {
        const mine = items.filter((item) => !names.has(item));
        const theirs = labelled.filter(({ label }) => !items.includes(label));
        const agree = items.length - mine.length;
        if (agree < 5 || mine.length === 0 || theirs.length === 0 || mine.length > 3 || theirs.length > 3) return [];
        const similar = mine.filter((item) => theirs.some(({ label }) => isNear(item, label)));
        if (similar.length === 0) return [];
        return [
          {
            place: { line, ...toSource(analyzed.view, { start, end }) },
            message: say('list-mismatch.found', {
              mine: mine.map((item) => `「${written(analyzed, item)}」`).join(''),
              theirs: theirs
                .map(({ place }) => `「${analysis.lines[place.line]?.text.slice(place.start, place.end) ?? ''}」`)
                .join(''),
            }),
            related: theirs.map(({ place }) => ({ place, message: say('list-mismatch.other') })),
          },
        ];
      }),
    );
  },
};

/** An item as the author wrote it. */
function written(line: AnalyzedLine, item: string): string {
  const at = line.view.text.indexOf(item);
  const { start, end } = toSource(line.view, { start: at, end: at + item.length });
  return line.text.slice(start, end);
}

/** One holds the other, or they share their first two characters. */
function isNear(a: string, b: string): boolean {
  return a.includes(b) || b.includes(a) || a.slice(0, 2) === b.slice(0, 2);
}

interface Label {
  readonly label: string;
  readonly place: Place;
}

/** The labels before the colon of list lines. */
function labelsOf({ lines }: Analysis): readonly Label[] {
  return labels(lines).flatMap(({ line, results }) =>
    results.map(({ label, start, end }) => ({ label, place: { line, start, end } })),
  );
}

const labels = rememberScan<Span & { readonly label: string }>(({ kind, view }) => {
  if (kind !== 'list') return [];
  const match = /^\s*[-*·•]\s*(?:\*\*)?(\p{Script=Han}{2,16}?)(?:\*\*)?:/u.exec(view.text);
  const label = match?.[1];
  if (match === null || label === undefined) return [];
  const start = match[0].indexOf(label);
  return [{ label, ...toSource(view, { start, end: start + label.length }) }];
});

interface List {
  readonly items: readonly string[];
  readonly start: number;
  readonly end: number;
}

const lists = rememberScan<List>((line: AnalyzedLine) => {
  if (line.kind !== 'text') return [];
  return [...line.view.text.matchAll(/(?:\p{Script=Han}{2,12}、){5,}\p{Script=Han}{2,16}/gu)].map((match) => ({
    items: match[0]
      .replace(/^(?:包括|分别是|涵盖|涉及|即)/u, '')
      .split('、')
      .map((item) => item.replace(/(?:等领域|等)$/u, '')),
    start: match.index,
    end: match.index + match[0].length,
  }));
});
