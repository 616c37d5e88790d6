import type { Analysis, AnalyzedLine } from '../analysis/types';
import type { Draft, Rule } from './types';

/**
 * A paragraph broken in the middle of a sentence: 每年都有四千多家企業參加 ¶ 香港貿發局的各類展覽，…
 *
 * Told of where the break cannot be meant: the next paragraph begins with a mark or word that begins no sentence (，、的),
 * the line ends with one that ends none (、和), or a sentence without a stop stands under a heading of its own. The fix joins
 * the two paragraphs; it is not safe, since the right repair may be a missing stop.
 *
 * Spares: headings, captions and bylines, lists and verse, salutations, text that is broken at a fixed width throughout,
 * what stands around the article.
 */
export const brokenParagraph: Rule = {
  id: 'broken-paragraph',
  group: 'text',
  severity: 'warning',
  find({ analysis, say }) {
    const breaks = breaksOf(analysis);
    if (breaks.length === 0 || isHardWrapped(analysis.lines)) return [];
    return breaks.map(({ line, next }): Draft => {
      const above = analysis.lines[line]?.text ?? '';
      const below = analysis.lines[next]?.text ?? '';
      const end = above.trimEnd().length;
      const start = Math.max(0, end - 12);
      const indent = below.length - below.trimStart().length;
      return {
        place: { line, start: Math.max(start, above.length - above.trimStart().length), end },
        message: say('broken-paragraph.found', { next: next + 1 }),
        fixes: [
          {
            title: say('broken-paragraph.join'),
            edits: [{ place: { line, start: end, endLine: next, end: indent }, text: '' }],
            safe: false,
            preferred: false,
          },
        ],
        related: [
          {
            place: { line: next, start: indent, end: Math.min(below.length, indent + 12) },
            message: say('broken-paragraph.goesOn'),
          },
        ],
      };
    });
  },
};

/** What can be said of a line by itself. */
interface Form {
  readonly hasStop: boolean;
  /** Ends with a mark or word that ends no sentence. */
  readonly endsOpen: boolean;
  readonly endsStopped: boolean;
  /** Begins with a mark or word that begins no sentence. */
  readonly goesOn: boolean;
  readonly isBare: boolean;
  readonly isRunning: boolean;
}

const forms = new WeakMap<AnalyzedLine, Form>();

function formOf(line: AnalyzedLine): Form {
  const known = forms.get(line);
  if (known !== undefined) return known;
  const { text } = line.view;
  const trimmed = text.trimEnd();
  const form = {
    hasStop: /[。!?]/u.test(text),
    endsOpen: endsNone.test(trimmed) && trimmed.trimStart().length >= 16,
    endsStopped: endsStopped.test(trimmed),
    goesOn: beginsNone.test(text),
    isBare: isBareSentence(trimmed),
    isRunning: isRunning(line),
  };
  forms.set(line, form);
  return form;
}

function breaksOf({ lines }: Analysis): readonly { readonly line: number; readonly next: number }[] {
  const breaks: { line: number; next: number }[] = [];
  let headings = 0;
  // A title may run over lines; sentences break only once there have been some.
  let hasBegun = false;
  for (let number = 0; number < lines.length; number += 1) {
    const line = lines[number] as AnalyzedLine;
    if (line.kind === 'heading') headings += 1;
    if (line.kind !== 'text' && line.kind !== 'heading') continue;
    const form = formOf(line);
    hasBegun ||= line.kind === 'text' && form.hasStop;
    if (!hasBegun || (form.endsStopped && !form.endsOpen && !form.isBare)) continue;
    const next = nextWritten(lines, number, 1);
    const below = lines[next];
    if (below?.kind !== 'text') continue;
    const isOpen =
      form.endsOpen ||
      (!form.endsStopped && formOf(below).goesOn) ||
      (headings >= 3 &&
        line.kind === 'text' &&
        form.isBare &&
        isUnderHeading(lines, number) &&
        formOf(below).isRunning);
    if (isOpen) breaks.push({ line: number, next });
  }
  return breaks;
}

/** Whether lines break at a fixed width: every fifth line of text and more goes on in the line right below it. */
function isHardWrapped(lines: readonly AnalyzedLine[]): boolean {
  const texts = lines.filter(({ kind }) => kind === 'text').length;
  const open = lines.filter(
    ({ kind, view }, number) =>
      kind === 'text' &&
      lines[number + 1]?.kind === 'text' &&
      view.text.trim().length >= 16 &&
      !endsStopped.test(view.text.trimEnd()),
  ).length;
  return open >= 3 && open * 5 >= texts;
}

/** The number of the nearest line that is not blank, before (-1) or behind (1). */
function nextWritten(lines: readonly AnalyzedLine[], from: number, step: 1 | -1): number {
  let at = from + step;
  while (lines[at]?.kind === 'blank') at += step;
  return at;
}

function isUnderHeading(lines: readonly AnalyzedLine[], number: number): boolean {
  const above = lines[nextWritten(lines, number, -1)];
  return above?.kind === 'heading' && /^\s*#{1,6}\s/u.test(above.text);
}

/** One unbroken stretch of Chinese with an adverb or auxiliary that titles hardly have. */
function isBareSentence(text: string): boolean {
  return /^\s*\p{Script=Han}(?:\p{Script=Han}|\d){9,}$/u.test(text) && /[都已将正仍也还就曾]/u.test(text);
}

function isRunning({ view }: AnalyzedLine): boolean {
  return view.text.length >= 20 && /^\s*\p{Script=Han}/u.test(view.text) && /[。!?][”’]?\s*$/u.test(view.text);
}

const endsStopped = /[。!?;:…”’)》\]】.~][*_]{0,3}$/u;
const endsNone = /\p{Script=Han}[、和与及的]$/u;
const beginsNone = /^\s*(?:[,、。;!?)》”]|的|了)\p{Script=Han}/u;
