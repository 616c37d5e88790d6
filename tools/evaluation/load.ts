import { dataFilesIn } from '../../server/src/node/data-files';
import type { Resources } from '../../server/src/analysis/line-facts';
import { loadModel, type TaggerModel } from '../../server/src/analysis/tagger/model';
import { createTagger } from '../../server/src/analysis/tagger/tagger';
import { loadLexicon } from '../../server/src/lexicon/lexicon';
import { loadData } from '../../server/src/workspace/knowledge';

/** The shipped resources, with a way to exchange the tagger's model. */
export type EvaluationResources = Resources & { withModel(model: Uint8Array): Resources };

/** Loads `server/data`, leaving out the parts named in `without`: tagger, lexicon, forms, consistency, structure. */
export async function loadForEvaluation(without: ReadonlySet<string>): Promise<EvaluationResources> {
  const loaded = await loadData(dataFilesIn('server/data'));
  const lexicon = loadLexicon(without.has('lexicon') ? new Map() : loaded.lists, loaded.viewTables.fold);
  const base = {
    viewTables: loaded.viewTables,
    scripts: loaded.scripts,
    lexicon,
    without,
  };
  const tagger = (model: TaggerModel): Pick<Resources, 'tagger'> =>
    loaded.tagging === undefined ? {} : { tagger: createTagger({ ...loaded.tagging, model, lexicon }) };
  return {
    ...base,
    ...(loaded.tagging === undefined || without.has('tagger') ? {} : tagger(loaded.tagging.model)),
    withModel: (model) => ({ ...base, ...tagger(loadModel(model)) }),
  };
}
