import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import type { Snapshot } from '../workspace/document';
import type { DocumentRequest } from './host';

/**
 * Addresses in the text; titles 《…》 that are the name of a document of the workspace; 附件N that is a section of the document
 * or, by its name, a file in the same folder.
 */
export function documentLinks({ host, snapshot }: DocumentRequest<DocumentLinkParams>): DocumentLink[] {
  const links: DocumentLink[] = [];
  const byTitle = titlesOf(host.workspace.freshIndex().uris());
  const attachments = attachmentsOf(snapshot, byTitle);
  snapshot.analysis.lines.forEach(({ text }, line) => {
    if (!/https?:|《|附件/u.test(text)) return;
    const add = (start: number, end: number, target: string): void => {
      links.push({ range: host.positions.range(text, line, start, end), target });
    };
    for (const match of text.matchAll(address)) {
      const shown = match[0].replace(/[.,;:!?)\]]+$/u, '');
      if (URL.canParse(shown)) add(match.index, match.index + shown.length, shown);
    }
    for (const match of text.matchAll(/《([^《》]{1,60})》/gu)) {
      const target = byTitle.get(match[1] ?? '');
      if (target !== undefined && target !== snapshot.uri)
        add(match.index + 1, match.index + match[0].length - 1, target);
    }
    for (const match of text.matchAll(attachment)) {
      const target = attachments.get(numberOf(match[1] ?? ''));
      if (target !== undefined && target.line !== line) add(match.index, match.index + match[0].length, target.uri);
    }
  });
  return links;
}

/** An address ends at the first blank, Han character or full-width mark. */
const address = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]{3,2000}/gu;

const attachment = /附件\s?([0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})/gu;

interface Target {
  readonly uri: string;
  /** Of the document itself. */
  readonly line?: number;
}

/** Where each attachment begins: a line of the document that opens with it, else a file beside the document. */
function attachmentsOf({ uri, analysis }: Snapshot, byTitle: ReadonlyMap<string, string>): ReadonlyMap<number, Target> {
  const found = new Map<number, Target>();
  const folder = uri.slice(0, uri.lastIndexOf('/') + 1);
  for (const [title, target] of byTitle) {
    const number = beginning(title);
    if (number !== undefined && target.startsWith(folder) && !target.slice(folder.length).includes('/'))
      found.set(number, { uri: target });
  }
  analysis.lines.forEach(({ text }, line) => {
    // 附件：1. … lists attachments, and a sentence may begin with one: a section's line is short and ends without a stop.
    const number = text.length > 60 || /[。；，]\s*$/u.test(text) ? undefined : beginning(text.trim());
    if (number !== undefined) found.set(number, { uri: `${uri}#L${line + 1}`, line });
  });
  return found;
}

/** The number of the attachment that a line or name begins with. */
function beginning(text: string): number | undefined {
  const [match] = text.matchAll(attachment);
  return match?.index === 0 ? numberOf(match[1] ?? '') : undefined;
}

/** 1, １ or 十二 as a number. */
function numberOf(digits: string): number {
  const plain = digits.normalize('NFKC');
  if (/^\d/u.test(plain)) return Number(plain);
  const [tens = '', ones = ''] = plain.includes('十') ? plain.split('十') : ['', plain];
  const value = (digit: string): number => '一二三四五六七八九'.indexOf(digit) + 1;
  return plain.includes('十') ? (tens === '' ? 1 : value(tens)) * 10 + value(ones) : value(ones);
}

function titlesOf(uris: readonly string[]): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  for (const uri of uris) {
    try {
      const name = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
      titles.set(name.replace(/(?:\.policy)?\.(?:txt|md)$/iu, ''), uri);
    } catch {
      // An address that is no percent encoding is no file's.
    }
  }
  return titles;
}
