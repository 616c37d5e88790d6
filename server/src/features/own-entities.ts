import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import { readDecisions, type DecisionFault } from '../workspace/decision-reader';
import type { EntityDecision } from '../workspace/entity-decisions';
import type { FileSystem } from '../workspace/file-system';
import type { MessageKey, Translate } from './messages';

/** The decisions of the workspace folders: by folder those in force, by file what is wrong with it now. */
export interface OwnEntities {
  readonly byFolder: ReadonlyMap<string, readonly EntityDecision[]>;
  readonly faults: ReadonlyMap<string, readonly DecisionFault[]>;
}

export const noEntities: OwnEntities = { byFolder: new Map(), faults: new Map() };

/** Where the decisions of a folder stand. */
export function entitiesUri(folder: string): string {
  return `${folder}/.meipi/entities.yaml`;
}

/**
 * Reads the files of all folders again. A file with a syntax error keeps the decisions that it had (`previous`); one that
 * is gone has none. `openText` gives the text of a file that stands in an editor.
 */
export async function readOwnEntities(
  folders: readonly string[],
  fileSystem: FileSystem,
  openText: (uri: string) => string | undefined,
  previous: OwnEntities,
): Promise<OwnEntities> {
  const byFolder = new Map<string, readonly EntityDecision[]>();
  const faults = new Map<string, readonly DecisionFault[]>();
  for (const folder of folders) {
    const uri = entitiesUri(folder);
    const text =
      openText(uri) ??
      (await fileSystem.read(uri).then(
        (bytes) => new TextDecoder().decode(bytes),
        () => undefined,
      ));
    const read = readDecisions(text ?? '');
    const isBroken = read.faults.some(({ kind }) => kind === 'syntax' || kind === 'not-a-list');
    byFolder.set(folder, isBroken ? (previous.byFolder.get(folder) ?? []) : read.decisions);
    if (text !== undefined) faults.set(uri, read.faults);
  }
  return { byFolder, faults };
}

/** A decision that others contradict, as a fault of its block. */
export function contradictionFault({ line, ...decision }: EntityDecision): DecisionFault {
  const detail = decision.kind === 'name' ? decision.name : decision.names.join(' = ');
  return { kind: 'contradiction', detail, line, column: 1, endLine: line, endColumn: 200 };
}

/** A fault as one line: file, place and what is wrong. */
export function describeDecisionFault(file: string, fault: DecisionFault, t: Translate): string {
  return `${file}:${fault.line}:${fault.column}: ${decisionFaultMessage(fault, t)}`;
}

/** Faults as diagnostics of their file; YAML of keys and marks is ASCII up to them. */
export function decisionDiagnostics(faults: readonly DecisionFault[], t: Translate): Diagnostic[] {
  return faults.map((fault) => ({
    range: {
      start: { line: fault.line - 1, character: fault.column - 1 },
      end: { line: fault.endLine - 1, character: fault.endColumn - 1 },
    },
    severity: fault.kind === 'contradiction' ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error,
    source: 'meipi',
    code: `entities/${fault.kind}`,
    message: decisionFaultMessage(fault, t),
  }));
}

function decisionFaultMessage({ kind, detail }: DecisionFault, t: Translate): string {
  return t(keyOf[kind], { detail });
}

const keyOf: Readonly<Record<DecisionFault['kind'], MessageKey>> = {
  syntax: 'glossary.syntax',
  'not-a-list': 'entities.notAList',
  'not-a-mapping': 'entities.oneDecision',
  'one-decision': 'entities.oneDecision',
  'missing-key': 'glossary.missingKey',
  'unknown-key': 'glossary.unknownKey',
  'wrong-type': 'glossary.wrongType',
  'wrong-value': 'glossary.wrongValue',
  'too-few': 'entities.tooFew',
  contradiction: 'entities.contradiction',
};
