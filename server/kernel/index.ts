/** The tagger's inner loops: features of each unit, their weights, and the chain over them. */
import { carry, carryBack, collect } from './chain';
import { extract } from './features';
import { workspace } from './memory';
import { sumWeights } from './scores';

export { extract } from './features';
export { heapBase, placeModel, placeRoom } from './memory';
export { workspaceSize } from './chain';

/**
 * Finds the spans of the line whose context stands in the columns: writes those at least as probable as `least`, ordered
 * by start, and says how many they are. `length` is 1 to `capacity - 2 * pad` units.
 */
export function tag(length: i32, least: f32): i32 {
  for (let unit = 0; unit < length; unit += 1) {
    sumWeights(extract(unit, length), workspace);
    carry(unit, workspace);
  }
  carryBack(length);
  return collect(length, least);
}
