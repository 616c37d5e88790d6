import { isRead } from '../analysis/structure';
import type { Analysis, NamingType } from '../analysis/types';
import { keptText } from './scan';
import { toView } from '../text/view';
import type { DocumentSummary, Place, SummarizedEntity, SummarizedForm } from './types';

const known = new WeakMap<Analysis, Map<string, DocumentSummary>>();

/**
 * What a document calls its entities, places and policy fields left aside: each form with its first place. Worked out once
 * for an analysis.
 */
export function summarize(document: string, analysis: Analysis): DocumentSummary {
  const summaries = known.get(analysis) ?? new Map<string, DocumentSummary>();
  known.set(analysis, summaries);
  const before = summaries.get(document);
  if (before !== undefined) return before;
  const [twin] = summaries.values();
  const summary = { document, entities: twin?.entities ?? entitiesOf(analysis) };
  summaries.set(document, summary);
  return summary;
}

function entitiesOf(analysis: Analysis): readonly SummarizedEntity[] {
  const entities = new Map<string, { type: NamingType; forms: Map<string, SummarizedForm & { count: number }> }>();
  analysis.lines.forEach((line, number) => {
    if (!isRead(line.kind)) return;
    const kept = keptText(line);
    for (const { entity, type, start, end, folded } of line.mentions) {
      if (entity === undefined || type === 'PLACE' || type === 'DOMAIN') continue;
      const surface = kept.slice(toView(line.view, start), toView(line.view, end));
      const place: Place = { line: number, start, end };
      const own = entities.get(entity) ?? { type: type as NamingType, forms: new Map() };
      entities.set(entity, own);
      const form = own.forms.get(surface);
      if (form === undefined) own.forms.set(surface, { surface, folded, count: 1, place });
      else form.count += 1;
    }
  });
  return [...entities].map(([id, { type, forms }]) => ({ id, type, forms: [...forms.values()] }));
}
