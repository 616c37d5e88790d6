import type { Candidate } from './line-facts';
import type { MentionType } from './types';

/** Marks that hold by form alone, in view units: title marks, document numbers. Linear in length. */
export function findRuleMarks(viewText: string): readonly Candidate[] {
  return [...findTitles(viewText), ...findDocumentNumbers(viewText)];
}

/** `《…》` with its marks, nested ones inside; an unclosed one is left alone. */
function findTitles(viewText: string): readonly Candidate[] {
  const found: Candidate[] = [];
  let depth = 0;
  let start = -1;
  for (let at = viewText.indexOf('《'); at >= 0 && at < viewText.length; at += 1) {
    const unit = viewText.charCodeAt(at);
    if (unit === 0x300a) {
      if (depth === 0) start = at;
      depth += 1;
    } else if (unit === 0x300b && depth > 0) {
      depth -= 1;
      if (depth === 0) found.push(mark(start, at + 1, 'DOCUMENT', 'title marks'));
    }
  }
  return found;
}

/** 國發〔2018〕38號: the issuer's sign, the year in brackets, the number. */
function findDocumentNumbers(viewText: string): readonly Candidate[] {
  if (!viewText.includes('号')) return [];
  return [...viewText.matchAll(/\p{Script=Han}{1,8}(?:字|函|发|办)?[[(](?:19|20)\d\d[\])]\s?\d{1,5}号/gu)].map(
    (match) => mark(match.index, match.index + match[0].length, 'DOCUMENT', 'document number'),
  );
}

function mark(start: number, end: number, type: MentionType, detail: string): Candidate {
  return { start, end, type, confidence: 0.95, reason: { source: 'rule', detail } };
}

/**
 * Two known names with 與, 和 or 及 between them are two: 廣東省|與|香港貿易發展局. `typeOf` tells whether the lexicon holds
 * a stretch as a sure name, and of which type.
 */
export function splitJoined(
  candidate: Candidate,
  viewText: string,
  typeOf: (start: number, end: number) => MentionType | undefined,
): readonly Candidate[] {
  if (candidate.type !== 'ORGANISATION') return [candidate];
  for (let at = candidate.start + 2; at < candidate.end - 2; at += 1) {
    if (!'与和及、'.includes(viewText.charAt(at))) continue;
    const left = typeOf(candidate.start, at);
    const right = typeOf(at + 1, candidate.end);
    if (left === undefined || right === undefined) continue;
    const reason = { source: 'rule', detail: 'two known names' } as const;
    return [
      { ...candidate, end: at, type: left, reason },
      { ...candidate, start: at + 1, type: right, reason },
    ];
  }
  return [candidate];
}
