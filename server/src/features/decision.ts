import { countScripts, type ScriptTable } from '../text/script';
import type { TextDocument } from '../workspace/document';
import { matchesGlob } from '../workspace/globs';
import type { Decision } from './host';
import { ownLanguage } from './protocol';
import type { Settings } from './settings';

/** What the decision depends on besides the document. */
export interface DecisionInput {
  readonly settings: Settings;
  readonly scripts: ScriptTable;
  /** URIs switched off by the user. */
  readonly offHere: ReadonlySet<string>;
}

/**
 * Whether a document is read: those of our own language always; plain text and Markdown by `meipi.documents`, in `auto`
 * when they are mostly Han; nothing else.
 */
export function decide(document: TextDocument, { settings, scripts, offHere }: DecisionInput): Decision {
  if (!settings.enable) return { on: false, reason: 'off-everywhere' };
  if (offHere.has(document.uri)) return { on: false, reason: 'off-here' };
  if (document.languageId === ownLanguage) return { on: true, reason: 'own-language' };
  const { documents } = settings;
  if (typeof documents === 'object') {
    const path = pathOf(document.uri);
    return documents.some((glob) => matchesGlob(glob, path))
      ? { on: true, reason: 'glob' }
      : { on: false, reason: 'no-glob' };
  }
  if (document.languageId !== 'plaintext' && document.languageId !== 'markdown')
    return { on: false, reason: 'other-language' };
  if (isOwnPath(document.uri)) return { on: true, reason: 'own-language' };
  if (documents === 'policyOnly') return { on: false, reason: 'policy-only' };
  return isMostlyHan(document.index.text, scripts)
    ? { on: true, reason: 'mostly-han' }
    : { on: false, reason: 'not-han' };
}

/** Whether at least ten Han characters stand in the first 20,000, and they are half of what is written there. */
export function isMostlyHan(text: string, scripts: ScriptTable): boolean {
  const sample = text.slice(0, 20_000).replace(/https?:\S+/gu, '');
  const { han } = countScripts(sample, scripts);
  const letters = sample.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return han >= 10 && han * 2 >= letters;
}

/** Whether the name alone makes a file a policy document: `*.policy.txt`, or a text under a folder `seeds`. */
export function isOwnPath(uri: string): boolean {
  return /\.policy\.txt$/iu.test(uri) || /\/seeds\/(?:.*\/)?[^/]+\.txt$/u.test(uri);
}

function pathOf(uri: string): string {
  try {
    return decodeURIComponent(uri.replace(/^[a-z][\w+.-]*:\/\/[^/]*/iu, ''));
  } catch {
    return uri;
  }
}
