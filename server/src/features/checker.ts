import type { Analysis } from '../analysis/types';
import type { Finding } from '../rules/types';
import type { Knowledge, LoadedData } from '../workspace/knowledge';
import type { Locale } from './messages';
import type { Settings } from './settings';

/** What a check depends on besides the document. */
export interface CheckInput {
  readonly settings: Settings;
  readonly locale: Locale;
}

/** Runs the rules. An analysis that was checked with the same settings is not checked again. */
export interface Checker {
  check(analysis: Analysis, input: CheckInput): readonly Finding[];
}

export function createChecker(_loaded: LoadedData, _knowledge: Knowledge): Checker {
  return { check: () => [] };
}
