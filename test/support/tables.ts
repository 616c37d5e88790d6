import { readFileSync } from 'node:fs';
import { parseFoldTable } from '../../server/src/text/fold';
import { parseSyllables } from '../../server/src/text/residue';
import { parseScriptTable } from '../../server/src/text/script';
import type { ViewTables } from '../../server/src/text/view';

const read = (name: string): string => readFileSync(`server/data/${name}`, 'utf8');

/** The tables of `server/data` that views are made with. */
export const viewTables: ViewTables = {
  fold: parseFoldTable(read('fold.txt')),
  syllables: parseSyllables(read('syllables.tsv')),
};

export const scriptTable = parseScriptTable(read('script.txt'));
