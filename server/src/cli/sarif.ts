import { pathToFileURL } from 'node:url';
import type { CheckedFile, TextRange } from './check';

/** The findings as a SARIF 2.1.0 log: columns are UTF-16 units, fixes are replacements. */
export function writeSarif(files: readonly CheckedFile[]): object {
  const rules = [...new Set(files.flatMap(({ findings }) => findings.map(({ rule }) => rule)))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Meipi', rules: rules.map((id) => ({ id })) } },
        columnKind: 'utf16CodeUnits',
        results: files.flatMap(({ file, findings }) =>
          findings.map((finding) => ({
            ruleId: finding.rule,
            ruleIndex: rules.indexOf(finding.rule),
            level: levels[finding.severity],
            message: { text: finding.message },
            locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: regionOf(finding) } }],
            ...(finding.fixes.length === 0
              ? {}
              : {
                  fixes: finding.fixes.map(({ title, edits }) => ({
                    description: { text: title },
                    artifactChanges: [
                      {
                        artifactLocation: { uri: uriOf(file) },
                        replacements: edits.map((edit) => ({
                          deletedRegion: regionOf(edit),
                          insertedContent: { text: edit.text },
                        })),
                      },
                    ],
                  })),
                }),
          })),
        ),
      },
    ],
  };
}

const levels = { error: 'error', warning: 'warning', info: 'note', hint: 'note' } as const;

function regionOf({ line, column, endLine, endColumn }: TextRange): object {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** Relative paths stay relative, in percent encoding; absolute ones become file addresses. */
function uriOf(file: string): string {
  if (file.startsWith('<')) return 'stdin';
  return /^(?:[A-Za-z]:)?[\\/]/u.test(file)
    ? pathToFileURL(file).href
    : file.split(/[\\/]/u).map(encodeURIComponent).join('/');
}
