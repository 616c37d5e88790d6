import { isRead } from '../../analysis/structure';
import type { Analysis } from '../../analysis/types';
import type { Edit, HouseStyle } from '../types';
import { codeLines, guardOf } from './guard';
import { markChanges, type Change } from './marks';
import type { QuoteOptions } from './quotes';
import { spacingChanges, type Spacing } from './spacing';

export interface FormatOptions {
  /** Absent: quotation marks keep their style. */
  readonly houseStyle?: HouseStyle;
  readonly spacing: Spacing;
}

/**
 * Edits that bring a document's punctuation, quotation marks and blanks into shape: full-width marks beside Chinese
 * characters, …… and ——, quotation marks of the house style, blanks between scripts as asked for. Each edit is as small as
 * can be; both halves of a pair lie in one line. No character changes but marks and blanks, and formatting the result changes
 * nothing.
 *
 * Leaves alone: addresses, code, Markdown and HTML syntax, numbers, residue, and lines that are no text (menus, footers).
 */
export function formatDocument(analysis: Analysis, options: FormatOptions): readonly (readonly Edit[])[] {
  const quotes = quoteStyleOf(analysis, options);
  const code = codeLines(analysis.lines);
  return analysis.lines.flatMap((line, number): readonly (readonly Edit[])[] => {
    if (!isRead(line.kind) || code.has(number) || !/\p{Script=Han}/u.test(line.text)) return [];
    const guard = guardOf(line);
    const changes = [...markChanges(line.text, guard, quotes), ...spacingChanges(line.text, guard, options.spacing)];
    return groupsOf(changes).map((group) =>
      group.map(({ start, end, text }): Edit => ({ place: { line: number, start, end }, text })),
    );
  });
}

/** The style of the house; without one, the style that the document uses, for marks that have none. */
function quoteStyleOf({ lines, profile }: Analysis, { houseStyle }: FormatOptions): QuoteOptions | undefined {
  if (houseStyle !== undefined) return { style: houseStyle === 'cn' ? 'curly' : 'corner', isPrescribed: true };
  let balance = 0;
  for (const { text } of lines) {
    balance += text.match(/「/gu)?.length ?? 0;
    balance -= text.match(/“/gu)?.length ?? 0;
  }
  if (balance === 0) balance = profile.script === 'hant' ? 1 : profile.script === 'hans' ? -1 : 0;
  return balance === 0 ? undefined : { style: balance > 0 ? 'corner' : 'curly', isPrescribed: false };
}

/** Changes that stand or fall together; one that touches what an earlier one changes falls with its group. */
function groupsOf(changes: readonly Change[]): readonly (readonly Change[])[] {
  const groups = new Map<number | Change, Change[]>();
  for (const change of changes) {
    const key = change.group ?? change;
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  const taken: Change[] = [];
  return [...groups.values()].filter((group) => {
    const isFree = group.every((change) => !taken.some((other) => collide(change, other)));
    if (isFree) taken.push(...group);
    return isFree;
  });
}

function collide(a: Change, b: Change): boolean {
  return (a.start < b.end && b.start < a.end) || a.start === b.start || (a.end === b.end && a.start === a.end);
}
