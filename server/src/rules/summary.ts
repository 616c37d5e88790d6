import { isRead } from '../analysis/structure';
import type { Analysis, NamingType } from '../analysis/types';
import { keptText } from './scan';
import { toView } from '../text/view';
import type { DocumentSummary, Place, SummarizedForm } from './types';

const known = new WeakMap<Analysis, DocumentSummary>();

/**
 * What a document calls its entities, places and policy fields left aside: each form with its first place. Worked out once
 * for an analysis.
 */
export function summarize(document: string, analysis: Analysis): DocumentSummary {
  const before = known.get(analysis);
  if (before?.document === document) return before;
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
  const summary: DocumentSummary = {
    document,
    entities: [...entities].map(([id, { type, forms }]) => ({ id, type, forms: [...forms.values()] })),
  };
  known.set(analysis, summary);
  return summary;
}
