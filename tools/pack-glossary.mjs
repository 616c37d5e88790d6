// Packs server/data/glossary/*.yaml into one JSON file, which loads a hundred times quicker than YAML.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';

export function packGlossary(folder, target) {
  const concepts = [];
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()) {
    const lineCounter = new LineCounter();
    const document = parseDocument(readFileSync(join(folder, file), 'utf8'), { lineCounter, schema: 'core' });
    if (document.errors.length > 0) throw new Error(`${file}: ${document.errors[0].message}`);
    if (!isSeq(document.contents)) throw new Error(`${file}: not a list of concepts`);
    for (const node of document.contents.items) {
      if (!isMap(node)) throw new Error(`${file}: an entry is not a mapping`);
      concepts.push({ ...node.toJSON(), origin: { file, line: lineCounter.linePos(node.range[0]).line } });
    }
  }
  writeFileSync(target, JSON.stringify(concepts));
}
