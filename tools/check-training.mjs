// Checks marked training text and, with --out, writes it as brat standoff for the trainer.
//
//   node tools/check-training.mjs FILE… [--out DIR]
//
// Notation: ⟦surface¦TYPE⟧; lines that begin with `# ` are comments, a blank line ends a document.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const types = new Set(
  'PERSON POSITION ORGANISATION PLACE EVENT POLICY DOCUMENT DOMAIN DATE MONEY PERCENT QUANTITY'.split(' '),
);
const args = process.argv.slice(2);
const outAt = args.indexOf('--out');
const out = outAt < 0 ? undefined : args.splice(outAt, 2)[1];
const counts = new Map();
let faults = 0;
let characters = 0;

for (const file of args) {
  const documents = readFileSync(file, 'utf8').split(/\n\s*\n/u);
  for (const [index, document] of documents.entries()) {
    const lines = document.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('# '));
    if (lines.length === 0) continue;
    let text = '';
    const rows = [];
    for (const line of lines) {
      let at = 0;
      for (const match of line.matchAll(/⟦([^⟦⟧¦]+)¦([A-Z]+)⟧/gu)) {
        text += line.slice(at, match.index);
        at = match.index + match[0].length;
        if (!types.has(match[2])) fault(file, line, `unknown type ${match[2]}`);
        if (match[1].trim() !== match[1]) fault(file, line, `blank at the edge of ${match[1]}`);
        const start = [...text].length;
        text += match[1];
        rows.push(`T${rows.length + 1}\t${match[2]} ${start} ${[...text].length}\t${match[1]}`);
        counts.set(match[2], (counts.get(match[2]) ?? 0) + 1);
      }
      text += `${line.slice(at)}\n`;
      if (/[⟦⟧¦]/u.test(line.replace(/⟦([^⟦⟧¦]+)¦([A-Z]+)⟧/gu, ''))) fault(file, line, 'a mark is not closed');
    }
    characters += text.length;
    if (out === undefined) continue;
    mkdirSync(out, { recursive: true });
    const stem = `${basename(file, '.txt')}-${String(index).padStart(3, '0')}`;
    writeFileSync(join(out, `${stem}.txt`), text);
    writeFileSync(join(out, `${stem}.ann`), `${rows.join('\n')}\n`);
  }
}
console.info(`${characters} characters; ${[...counts].map(([type, count]) => `${type} ${count}`).join(', ')}`);
process.exitCode = faults === 0 ? 0 : 1;

function fault(file, line, message) {
  faults += 1;
  console.error(`${file}: ${message}: ${line.slice(0, 60)}`);
}
