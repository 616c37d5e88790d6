import { dataFilesIn } from '../../server/src/node/data-files';
import { buildKnowledge, loadData } from '../../server/src/workspace/knowledge';
import type { Analyzer } from '../../server/src/analysis/analyzer';

let loading: Promise<Analyzer> | undefined;

/** The analyzer on the data that ships; loaded once for all tests of a file. */
export function shippedAnalyzer(): Promise<Analyzer> {
  loading ??= loadData(dataFilesIn('server/data')).then((data) => buildKnowledge(data).analyzer);
  return loading;
}
