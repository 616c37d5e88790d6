// Checks every regular expression of the sources, by recheck, for backtracking that grows faster than the square of a
// line. Prints the ones in question with an attack; ends with `N passed, N failed`.
//
//   node tools/check-regexes.mjs [--seconds N]      at most N seconds an expression (10)
import { readFileSync } from 'node:fs';
import { checkSync } from 'recheck';
import ts from 'typescript';
import { globSync } from './glob.mjs';

const at = process.argv.indexOf('--seconds');
const timeout = (at < 0 ? 10 : Number(process.argv[at + 1])) * 1000;
let passed = 0;
let failed = 0;
for (const file of [...globSync('server/src/**/*.ts'), ...globSync('client/src/**/*.ts')].sort()) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const visit = (node) => {
    if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) check(file, source, node);
    ts.forEachChild(node, visit);
  };
  visit(source);
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;

function check(file, source, node) {
  const [, pattern, flags] = /^\/(.*)\/([a-z]*)$/su.exec(node.text) ?? [];
  const { status, complexity, attack } = checkSync(pattern ?? '', flags ?? '', { timeout });
  // A square of one line is borne: the tagger and the rules leave longer lines than a few thousand characters alone.
  if (status !== 'vulnerable' || (complexity.type === 'polynomial' && complexity.degree <= 2)) {
    passed += 1;
    return;
  }
  failed += 1;
  const { line } = source.getLineAndCharacterOfPosition(node.getStart());
  process.stdout.write(
    `${file}:${line + 1} ${complexity.summary}: ${node.text.slice(0, 100)}\n  ${attack?.pattern ?? ''}\n`,
  );
}
