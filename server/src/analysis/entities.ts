import { repairedSource, toView } from '../text/view';
import { isValueType, type AnalyzedLine, type Entity, type NamingType } from './types';

/** Groups the mentions of a document by their ids: each entity with its forms, the fullest name first in rank. */
export function collectEntities(lines: readonly AnalyzedLine[]): ReadonlyMap<string, Entity> {
  const forms = new Map<string, { type: NamingType; counts: Map<string, number> }>();
  for (const line of lines) {
    for (const mention of line.mentions) {
      if (mention.entity === undefined || isValueType(mention.type)) continue;
      const known = forms.get(mention.entity) ?? { type: mention.type, counts: new Map<string, number>() };
      const span = {
        start: toView(line.view, mention.start),
        end: toView(line.view, mention.start) + mention.folded.length,
      };
      const name = line.view.starts === undefined ? mention.surface : repairedSource(line.view, span);
      known.counts.set(name, (known.counts.get(name) ?? 0) + 1);
      forms.set(mention.entity, known);
    }
  }
  const entities = new Map<string, Entity>();
  for (const [id, { type, counts }] of forms) {
    const ranked = [...counts]
      .map(([surface, count]) => ({ surface, count }))
      .sort((a, b) => b.count - a.count || compare(a.surface, b.surface));
    const name = ranked.reduce((best, form) => (form.surface.length > best.length ? form.surface : best), '');
    entities.set(id, { id, type, name, forms: ranked });
  }
  return entities;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
