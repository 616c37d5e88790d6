import type { Span } from '../text/span';
import { mayBeUnderlined, type LineShape } from './line-shape';
import type { LineKind, Section } from './types';

/** The kind of every line, and for headings their level (0 elsewhere). */
export interface Structure {
  readonly kinds: readonly LineKind[];
  readonly levels: readonly number[];
}

/**
 * Says what each line of a document is. Linear in the number of lines; a line's kind depends on its own shape, on the
 * lines beside it (an underline makes a heading) and on where running text ends (link lists stand behind it).
 */
export function findStructure(shapes: readonly LineShape[]): Structure {
  const draft: Draft = { kinds: shapes.map((shape) => shape.kind), levels: shapes.map((shape) => shape.level) };
  markUnderlinedHeadings(shapes, draft);
  if (hasOwnHeadings(shapes, draft)) markTitle(shapes, draft);
  else markBareHeadings(shapes, draft);
  markLinkLists(shapes, draft);
  markMenus(shapes, draft);
  return draft;
}

/** Whether names are looked for in lines of this kind. */
export function isRead(kind: LineKind): boolean {
  return (
    kind === 'text' ||
    kind === 'heading' ||
    kind === 'list' ||
    kind === 'credit' ||
    kind === 'dateline' ||
    kind === 'caption'
  );
}

/** Nests the headings into sections; a section ends where the next one of its level or above begins. */
export function buildSections(lines: readonly string[], structure: Structure): readonly Section[] {
  interface Open {
    title: string;
    level: number;
    line: number;
    endLine: number;
    span: Span;
    children: Open[];
  }
  const roots: Open[] = [];
  const stack: Open[] = [];
  const close = (level: number, endLine: number): void => {
    for (let top = stack.at(-1); top !== undefined && top.level >= level; top = stack.at(-1)) {
      top.endLine = Math.max(top.line, endLine);
      stack.pop();
    }
  };
  lines.forEach((line, number) => {
    const level = structure.levels[number] ?? 0;
    if (level === 0 || structure.kinds[number] !== 'heading') return;
    close(level, number - 1);
    const span = titleSpan(line);
    const section: Open = {
      title: line.slice(span.start, span.end),
      level,
      line: number,
      endLine: number,
      span,
      children: [],
    };
    (stack.at(-1)?.children ?? roots).push(section);
    stack.push(section);
  });
  close(0, lines.length - 1);
  return roots;
}

interface Draft {
  readonly kinds: LineKind[];
  readonly levels: number[];
}

function setHeading(draft: Draft, number: number, level: number): void {
  draft.kinds[number] = 'heading';
  draft.levels[number] = level;
}

function markUnderlinedHeadings(shapes: readonly LineShape[], draft: Draft): void {
  for (let number = 1; number < shapes.length; number += 1) {
    if (draft.kinds[number] !== 'rule') continue;
    const mark = shapes[number]?.trimmed ?? '';
    const above = draft.kinds[number - 1];
    if (above === undefined || above === 'blank' || above === 'rule' || !/^(.)\1+$/u.test(mark)) continue;
    const title = shapes[number - 1];
    if (title !== undefined && !mayBeUnderlined(title)) continue;
    setHeading(draft, number - 1, mark.startsWith('*') || mark.startsWith('=') ? 1 : 2);
  }
}

/** A document whose headings show by themselves needs no guessing at bare lines beyond its title. */
function hasOwnHeadings(shapes: readonly LineShape[], draft: Draft): boolean {
  let own = 0;
  draft.levels.forEach((level, number) => {
    if (level > 0 && shapes[number]?.trimmed !== '') own += 1;
  });
  return own >= 3;
}

/** A short line that ends without a stop, alone between blank lines and followed by running text, is a heading. */
function markBareHeadings(shapes: readonly LineShape[], draft: Draft): void {
  let titleSeen = draft.levels.includes(1);
  for (let number = 0; number < shapes.length; number += 1) {
    if (draft.kinds[number] !== 'text' || !isBareHeading(shapes, draft, number)) continue;
    setHeading(draft, number, titleSeen ? 2 : 1);
    titleSeen = true;
  }
}

function markTitle(shapes: readonly LineShape[], draft: Draft): void {
  if (draft.levels.includes(1)) return;
  for (let number = 0; number < Math.min(shapes.length, 30); number += 1) {
    if (draft.levels[number] !== 0) return;
    if (draft.kinds[number] === 'text' && shapes[number]?.titleLike === true) {
      setHeading(draft, number, 1);
      return;
    }
  }
}

function isBareHeading(shapes: readonly LineShape[], draft: Draft, number: number): boolean {
  if (shapes[number]?.titleLike !== true) return false;
  const before = draft.kinds[number - 1];
  if (before !== undefined && !['blank', 'menu', 'dateline', 'widget', 'template'].includes(before)) return false;
  for (let next = number + 1; next < Math.min(shapes.length, number + 8); next += 1) {
    const kind = draft.kinds[next];
    if (kind === 'text' && shapes[next]?.running !== true && shapes[next]?.titleLike === false) continue;
    if (kind === 'text') return shapes[next]?.running === true;
    if (kind === undefined || !['blank', 'dateline', 'widget', 'credit', 'rule', 'template'].includes(kind))
      return false;
  }
  return false;
}

/** In the later part of a page, headings such as 相关新闻 open lists of links to other pages. */
function markLinkLists(shapes: readonly LineShape[], draft: Draft): void {
  const first = Math.floor(shapes.length / 3);
  let open = false;
  for (let number = first + 1; number < shapes.length; number += 1) {
    const kind = draft.kinds[number];
    if (kind === 'blank') continue;
    open ||= shapes[number]?.linksOpener === true;
    if (open && kind !== 'footer' && kind !== 'menu') {
      draft.kinds[number] = 'links';
      draft.levels[number] = 0;
    }
  }
}

/** Runs of two and more menu words, blank lines and bars between them, are a menu. */
function markMenus(shapes: readonly LineShape[], draft: Draft): void {
  let run: number[] = [];
  const flush = (): void => {
    if (run.length >= 2) {
      for (const number of run) {
        if (draft.kinds[number] !== 'widget') draft.kinds[number] = 'menu';
        draft.levels[number] = 0;
      }
    }
    run = [];
  };
  for (let number = 0; number < shapes.length; number += 1) {
    const kind = draft.kinds[number];
    if (kind === 'blank' || shapes[number]?.trimmed === '|') continue;
    if (
      shapes[number]?.menuItem === true &&
      (kind === 'text' || kind === 'list' || kind === 'menu' || kind === 'widget')
    )
      run.push(number);
    else flush();
  }
  flush();
}

function titleSpan(text: string): Span {
  const mark = /^\s*#{1,6}\s+/u.exec(text)?.[0] ?? '';
  const title = text.slice(mark.length).trim();
  const start = title === '' ? 0 : text.indexOf(title, mark.length);
  return { start, end: start + title.length };
}
