import type { AnalyzedLine } from '../../analysis/types';
import { isValueType } from '../../analysis/types';

/** What formatting leaves alone in a line. */
export interface Guard {
  /** Whether nothing from `start` to `end` may change. */
  isClosed(start: number, end: number): boolean;
  /** Whether a blank may be put between two characters: not within an amount or a date, 3萬5千元 stays whole. */
  allowsBlankAt(at: number): boolean;
  /** Whether a blank may go: not behind the number that opens a line of a list or a table. */
  allowsJoinAt(at: number): boolean;
}

const closed: readonly RegExp[] = [
  // A definition of a link or footnote, a whole HTML comment or tag, an entity.
  /^\s*\[[^\]]+\]:.*$/gu,
  /<!--.*?-->|<\/?[A-Za-z][^>]*>|<[a-z][a-z0-9+.-]*:[^>]*>|&#?\w+;/gu,
  /(?<!`)(`{1,4})(?!`)[^`]{0,400}\1(?!`)/gu,
  // The mark of a picture; the target of a link or picture, with the brackets that hold it.
  /!(?=\[)/gu,
  /\]\([^()]*(?:\([^()]*\)[^()]*)*\)/gu,
  // Addresses end before the first Chinese character or full-width mark.
  /(?:[a-z][a-z0-9+.-]*:\/\/|www\.)[^\s\p{Script=Han}，。；：、！？（）「」『』“”‘’《》]+/giu,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu,
  // Names of files and fields: report_(v2).txt, a.b(c).
  /[\w-]+(?:[./\\][\w-]+)+/gu,
];

/** Finds what stays as it is: addresses, code, Markdown and HTML syntax, residue that another rule mends. */
export function guardOf({ text, view, mentions }: AnalyzedLine): Guard {
  const kept: { readonly start: number; readonly end: number }[] = [...view.residue];
  for (const expression of closed)
    for (const { index, 0: piece } of text.matchAll(expression)) kept.push({ start: index, end: index + piece.length });
  const values = mentions.filter(({ type }) => isValueType(type));
  const [head = ''] = /^\s*(?:#+\s+|>\s*|[-*+]\s+)*(?:[\d.]+\s+)?/u.exec(text) ?? [];
  const isClosed = (start: number, end: number): boolean => kept.some((each) => each.start < end && start < each.end);
  return {
    isClosed,
    allowsBlankAt: (at) => ![...kept, ...values].some(({ start, end }) => start < at && at < end),
    allowsJoinAt: (at) => at >= head.length && !isClosed(at, at + 1),
  };
}

/** The lines of fenced code and of the head of a Markdown file, by number. */
export function codeLines(lines: readonly AnalyzedLine[]): ReadonlySet<number> {
  const code = new Set<number>();
  let fence = '';
  lines.forEach(({ text }, number) => {
    if (number === 0 && /^---\s*$/u.test(text)) {
      const end = lines.findIndex((line, at) => at > 0 && /^(?:---|\.\.\.)\s*$/u.test(line.text));
      if (end > 0) for (let at = 0; at <= end; at += 1) code.add(at);
      return;
    }
    const [, mark = ''] = /^ {0,3}(`{3,}|~{3,})/u.exec(text) ?? [];
    if (fence === '' && mark !== '' && !code.has(number)) fence = mark;
    else if (fence !== '' && mark.startsWith(fence) && text.trim() === mark) {
      fence = '';
      code.add(number);
    }
    if (fence !== '') code.add(number);
  });
  return code;
}
