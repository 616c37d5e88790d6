import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import type { Concept, GlossaryFault } from '../lexicon/glossary';
import { readGlossary } from '../lexicon/glossary-reader';
import type { FileSystem } from '../workspace/file-system';
import { canonicalUri, encodeSegment } from '../workspace/uris';
import { faultMessage } from './glossary-faults';
import type { Translate } from './messages';

/** The user's glossaries: files, their last good concepts, and what is wrong with them now. */
export interface OwnGlossaries {
  readonly concepts: readonly Concept[];
  readonly faults: ReadonlyMap<string, readonly GlossaryFault[]>;
}

/** Where the user's glossaries may lie: one in each workspace folder, and the team's by its setting. */
export function glossaryUris(folders: readonly string[], path: string): readonly string[] {
  const own = folders.map((folder) => `${folder}/.meipi/glossary.yaml`);
  const [folder] = folders;
  if (path === '') return own;
  if (/^(?:[a-zA-Z]:[\\/]|\/)/u.test(path))
    return [canonicalUri(`file://${path.replaceAll('\\', '/').replace(/^(?!\/)/u, '/')}`), ...own];
  const parts = path.split(/[\\/]/u).filter((part) => part !== '' && part !== '.');
  // A relative path stays inside the workspace.
  return folder === undefined || parts.includes('..')
    ? own
    : [`${folder}/${parts.map(encodeSegment).join('/')}`, ...own];
}

/**
 * Reads the files again. A file with a syntax error keeps the concepts that it had (`previous`); one that is gone has
 * none. `openText` gives the text of a file that stands in an editor.
 */
export async function readOwnGlossaries(
  uris: readonly string[],
  fileSystem: FileSystem,
  openText: (uri: string) => string | undefined,
  previous: OwnGlossaries,
): Promise<OwnGlossaries> {
  const concepts: Concept[] = [];
  const faults = new Map<string, readonly GlossaryFault[]>();
  for (const uri of uris) {
    const text =
      openText(uri) ??
      (await fileSystem.read(uri).then(
        (bytes) => new TextDecoder().decode(bytes),
        () => undefined,
      ));
    if (text === undefined) continue;
    const read = readGlossary(text, uri);
    faults.set(uri, read.faults);
    const isBroken = read.faults.some(({ kind }) => kind === 'syntax' || kind === 'not-a-list');
    concepts.push(...(isBroken ? previous.concepts.filter(({ origin }) => origin.file === uri) : read.concepts));
  }
  return { concepts, faults };
}

/** Faults as diagnostics of their file; columns are UTF-16 units, and YAML of keys and marks is ASCII up to them. */
export function faultDiagnostics(faults: readonly GlossaryFault[], t: Translate): Diagnostic[] {
  return faults.map((fault) => ({
    range: {
      start: { line: fault.line - 1, character: fault.column - 1 },
      end: { line: fault.endLine - 1, character: fault.endColumn - 1 },
    },
    severity:
      fault.kind === 'syntax' || fault.kind === 'not-a-list' || fault.kind === 'missing-key'
        ? DiagnosticSeverity.Error
        : DiagnosticSeverity.Warning,
    source: 'meipi',
    code: `glossary/${fault.kind}`,
    message: faultMessage(fault, t),
  }));
}
