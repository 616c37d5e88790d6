import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver';
import type { Finding, Place, Severity } from '../rules/types';
import type { Snapshot } from '../workspace/document';
import type { DocumentRequest, Host, WorkspaceRequest } from './host';

/** Findings of one document, asked for by the client. The id is the content's: an unchanged answer is not sent again. */
export function documentDiagnostics({
  host,
  snapshot,
  params,
}: DocumentRequest<DocumentDiagnosticParams>): DocumentDiagnosticReport {
  const items = diagnosticsOf(host, snapshot);
  const resultId = digest(items);
  return params.previousResultId === resultId ? { kind: 'unchanged', resultId } : { kind: 'full', resultId, items };
}

/** Findings of every open document; with the scope `openFiles` that is all that there is to say. */
export function workspaceDiagnostics({
  host,
  params,
  token,
}: WorkspaceRequest<WorkspaceDiagnosticParams>): WorkspaceDiagnosticReport {
  const previous = new Map(params.previousResultIds.map(({ uri, value }) => [uri, value]));
  const report: WorkspaceDiagnosticReport = { items: [] };
  for (const document of host.workspace.documents.values()) {
    if (token.isCancellationRequested) break;
    const snapshot = host.decide(document).on ? host.workspace.snapshot(document.uri) : undefined;
    const items = snapshot === undefined ? [] : diagnosticsOf(host, snapshot);
    const resultId = digest(items);
    const { uri, version } = document;
    report.items.push(
      previous.get(uri) === resultId
        ? { kind: 'unchanged', uri, version, resultId }
        : { kind: 'full', uri, version, resultId, items },
    );
  }
  return report;
}

/** The findings of a document as diagnostics; rule id as code, the document's URI where another place is spoken of. */
export function diagnosticsOf(host: Host, snapshot: Snapshot): Diagnostic[] {
  return host.findingsOf(snapshot).map((finding) => toDiagnostic(host, snapshot, finding));
}

export function toDiagnostic(host: Host, snapshot: Snapshot, finding: Finding): Diagnostic {
  const related = host.client.relatedInformation ? finding.related : [];
  return {
    range: rangeOfPlace(host, snapshot, finding.place),
    severity: severities[finding.severity],
    code: finding.rule,
    // `docs/` lies beside the folder that holds the data folder, in the sources as in the package.
    codeDescription: { href: `${host.dataFolder.replace(/\/[^/]+\/[^/]+$/u, '')}/docs/rules/${finding.rule}.md` },
    source: 'meipi',
    message: finding.message,
    ...(finding.faded === true ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(related.length === 0
      ? {}
      : {
          relatedInformation: related.map(({ document, place, message }) => ({
            message,
            location: {
              uri: document ?? snapshot.uri,
              range:
                document === undefined
                  ? rangeOfPlace(host, snapshot, place)
                  : host.positions.range(
                      host.workspace.index.lineText(document, place.line),
                      place.line,
                      place.start,
                      place.end,
                    ),
            },
          })),
        }),
  };
}

/** A rule's place as a range of the protocol. */
export function rangeOfPlace(host: Host, snapshot: Snapshot, place: Place): Diagnostic['range'] {
  return host.positions.span(
    snapshot.index,
    { line: place.line, unit: place.start },
    { line: place.endLine ?? place.line, unit: place.end },
  );
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A short id of a list of diagnostics: FNV-1a over its JSON. */
function digest(items: readonly Diagnostic[]): string {
  const text = JSON.stringify(items);
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return `${(hash >>> 0).toString(36)}-${text.length.toString(36)}`;
}
