import { isRead } from '../analysis/structure';
import type { Analysis, NamingType } from '../analysis/types';
import type { Span } from '../text/span';
import { byPlace, rememberGroups, type Sighted } from './groups';
import { keptText } from './scan';
import { toView } from '../text/view';
import type { DocumentSummary, SummarizedEntity, SummarizedForm } from './types';

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

function entitiesOf({ lines }: Analysis): readonly SummarizedEntity[] {
  return [...mentions(lines).all.values()].sort(([a], [b]) => byPlace(a, b)).map(entityOf);
}

const entities = new WeakMap<readonly Sighted<Named>[], SummarizedEntity>();

/** One entity of all its mentions; the same object while these are the same. */
function entityOf(group: readonly Sighted<Named>[]): SummarizedEntity {
  const before = entities.get(group);
  if (before !== undefined) return before;
  const forms = new Map<string, SummarizedForm & { count: number }>();
  for (const { line, result } of group) {
    const { surface, folded, start, end } = result;
    const form = forms.get(surface);
    if (form === undefined) forms.set(surface, { surface, folded, count: 1, place: { line, start, end } });
    else form.count += 1;
  }
  const { entity: id, type } = (group[0] as Sighted<Named>).result;
  const found = { id, type, forms: [...forms.values()] };
  entities.set(group, found);
  return found;
}

interface Named extends Pick<SummarizedForm, 'surface' | 'folded'>, Span {
  readonly entity: string;
  readonly type: NamingType;
}

const mentions = rememberGroups<Named>(
  (line) => {
    if (!isRead(line.kind)) return [];
    const kept = keptText(line);
    return line.mentions.flatMap(({ entity, type, start, end, folded }) => {
      if (entity === undefined || type === 'PLACE' || type === 'DOMAIN') return [];
      const surface = kept.slice(toView(line.view, start), toView(line.view, end));
      return [{ entity, type: type as NamingType, surface, folded, start, end }];
    });
  },
  ({ entity }) => entity,
);
