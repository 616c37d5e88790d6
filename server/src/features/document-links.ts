import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import type { DocumentRequest } from './host';

/** Addresses in the text, and titles 《…》 that are the name of a document of the workspace. */
export function documentLinks({ host, snapshot }: DocumentRequest<DocumentLinkParams>): DocumentLink[] {
  const links: DocumentLink[] = [];
  const byTitle = titlesOf(host.workspace.freshIndex().uris());
  snapshot.analysis.lines.forEach(({ text }, line) => {
    if (!/https?:|《/u.test(text)) return;
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
  });
  return links;
}

/** An address ends at the first blank, Han character or full-width mark. */
const address = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]{3,2000}/gu;

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
