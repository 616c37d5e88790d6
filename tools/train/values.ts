import type { ValueSpan } from '../../server/src/analysis/tagger/tagger';

export function findValues(_text: string): readonly ValueSpan[] { return []; }
