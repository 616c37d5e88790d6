import type { Hover, HoverParams } from 'vscode-languageserver';
import { allForms, type Concept } from '../lexicon/glossary';
import { findMentionAt } from '../workspace/finder';
import { makeMentionCard, makeTermCard } from './card';
import { renderMarkdown, renderPlain } from './card-text';
import type { DocumentRequest } from './host';
import { findTermAt } from './term-at';

/**
 * The card of what stands under the pointer: the mention, else the longest glossary term. The range is that of the mention
 * or term, never that of the run of characters around it.
 */
export async function hover({ host, snapshot, params }: DocumentRequest<HoverParams>): Promise<Hover | null> {
  const { line, unit } = host.positions.place(snapshot.index, params.position);
  const analyzed = snapshot.analysis.lines[line];
  if (analyzed === undefined) return null;
  const found = findMentionAt(snapshot, line, unit);
  const hidden = found !== undefined && host.settings.hiddenTypes.includes(found.mention.type);
  if (found !== undefined && !hidden) {
    const { mention } = found;
    const card = await makeMentionCard(host, snapshot, found);
    return answer(mention.start, mention.end, card);
  }
  const { glossary, fold } = host.knowledge;
  const isSupported = (concept: Concept): boolean => {
    const sure = allForms(concept)
      .filter((form) => concept.ambiguous?.includes(form) !== true)
      .map(fold);
    return snapshot.analysis.lines.some(({ view }) => sure.some((form) => view.text.includes(form)));
  };
  const term = findTermAt(analyzed, unit, { glossary, fold, isSupported });
  if (term === undefined) return null;
  const { start, end, concept } = term;
  return answer(start, end, await makeTermCard(host, snapshot, concept, { line, start, end }));

  function answer(start: number, end: number, card: Parameters<typeof renderPlain>[0]): Hover {
    const contents = host.client.markdownHover
      ? { kind: 'markdown' as const, value: renderMarkdown(card, host) }
      : { kind: 'plaintext' as const, value: renderPlain(card, host) };
    return { contents, range: host.positions.range(analyzed?.text ?? '', line, start, end) };
  }
}
