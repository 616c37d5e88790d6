import type { Edit, Fix } from '../../server/src/rules/types';
import { indexLines } from '../../server/src/text/lines';

/** The text after a fix; throws when there is none or its edits overlap. */
export function applyFix(text: string, fix: Fix | undefined): string {
  if (fix === undefined) throw new Error('there is no fix');
  return applyEdits(text, fix.edits);
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  const { starts } = indexLines(text);
  const offsets = edits
    .map(({ place, text: replacement }) => ({
      start: (starts[place.line] ?? 0) + place.start,
      end: (starts[place.endLine ?? place.line] ?? 0) + place.end,
      replacement,
    }))
    .sort((a, b) => a.start - b.start);
  let out = '';
  let at = 0;
  for (const { start, end, replacement } of offsets) {
    if (start < at) throw new Error('two edits of a fix overlap');
    out += text.slice(at, start) + replacement;
    at = end;
  }
  return out + text.slice(at);
}
