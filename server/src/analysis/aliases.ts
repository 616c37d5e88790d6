import type { Span } from '../text/span';
import type { Candidate } from './line-facts';
import type { NamingType } from './types';

/** A short name that the text declares for a longer one: 香港中華總商會(中總), X（下稱「Y」）. Folded names. */
export interface DeclaredAlias {
  readonly alias: string;
  readonly name: string;
  readonly type: NamingType;
  /** Of the alias, in view units. */
  readonly span: Span;
}

/**
 * Finds aliases in brackets behind a marked name. Without 下稱 or 簡稱 the bracket must be made of the name's own
 * characters in their order, or of capital letters, so that 香港(右) or 杭州(浙江) declare nothing.
 */
export function findDeclaredAliases(viewText: string, firm: readonly Candidate[]): readonly DeclaredAlias[] {
  const found: DeclaredAlias[] = [];
  for (const candidate of firm) {
    const { type } = candidate;
    if (!canBeAbbreviated(type)) continue;
    declaration.lastIndex = candidate.end;
    const match = declaration.exec(viewText);
    const alias = match?.[2]?.trim();
    if (match === null || alias === undefined || alias === '') continue;
    const name = viewText.slice(candidate.start, candidate.end);
    const declared = match[1] !== undefined;
    if (alias === name || alias.length > 20 || !(declared || isAbbreviation(alias, name) || isInitials(alias, type)))
      continue;
    const start = match.index + match[0].indexOf(alias, match[1]?.length ?? 0);
    found.push({ alias, name, type, span: { start, end: start + alias.length } });
  }
  return found;
}

/** Whether `short` is made of characters of `name` in their order: 中总 of 香港中华总商会. */
export function isAbbreviation(short: string, name: string): boolean {
  if (short.length >= name.length || short.length < 2) return false;
  let at = 0;
  for (const char of short) {
    at = name.indexOf(char, at);
    if (at < 0) return false;
    at += char.length;
  }
  return true;
}

const declaration =
  /[”’]?\s?\(((?:以下)?(?:简称|下称|统称|又称|以下简称|即)(?:为)?[:\s]?)?\s?[“‘]?([^()“”‘’,。;]{2,24})[”’]?\s?\)/uy;

function canBeAbbreviated(type: string): type is NamingType {
  return (
    type === 'ORGANISATION' ||
    type === 'EVENT' ||
    type === 'POLICY' ||
    type === 'PLACE' ||
    type === 'DOCUMENT' ||
    type === 'PERSON'
  );
}

function isInitials(alias: string, type: NamingType): boolean {
  return type !== 'PERSON' && /^[A-Z][A-Za-z&.-]{1,9}$/u.test(alias);
}
