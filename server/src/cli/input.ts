import { readFile, stat } from 'node:fs/promises';
import { Failure } from './failure';

/** A text file as the commands see it. */
export interface InputFile {
  /** The path as given, or `<stdin>`. */
  readonly name: string;
  /** The exact text without a byte order mark. */
  readonly text: string;
  /** 1 where the file begins with a byte order mark, else 0: offsets over the file count it. */
  readonly offset: number;
}

/**
 * Reads a UTF-8 text file, `-` for standard input. Throws a Failure that names file and place when it is missing, a
 * folder, not UTF-8 or holds a NUL character: offsets over a garbled text would be of no use to anybody.
 */
export async function readInput(path: string): Promise<InputFile> {
  const bytes = path === '-' ? await readStandardInput() : await readBytes(path);
  return decodeInput(path === '-' ? '<stdin>' : path, bytes);
}

/** Decodes the bytes of a file; see `readInput`. */
export function decodeInput(path: string, bytes: Uint8Array): InputFile {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Failure(`${path}:${placeOfBadByte(bytes)}: not valid UTF-8; convert the file first`);
  }
  const nul = text.indexOf('\0');
  if (nul >= 0) throw new Failure(`${path}:${placeIn(text, nul)}: holds a NUL character; this is not a text file`);
  const marked = text.startsWith('\uFEFF');
  return { name: path, text: marked ? text.slice(1) : text, offset: marked ? 1 : 0 };
}

/** Reads every file; the bad ones are reported through `report`, one line each, and left out. */
export async function readInputs(
  paths: readonly string[],
  report: (failure: Failure) => void,
): Promise<readonly InputFile[]> {
  const inputs: InputFile[] = [];
  for (const path of paths) {
    try {
      inputs.push(await readInput(path));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      report(error);
    }
  }
  return inputs;
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    if ((await stat(path)).isDirectory()) throw new Failure(`${path}: is a folder, not a file`);
    return await readFile(path);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new Failure(`${path}: no such file`);
    if (code === 'EACCES' || code === 'EPERM') throw new Failure(`${path}: may not be read`);
    throw new Failure(`${path}: cannot be read: ${message}`);
  }
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** `line:column` of a UTF-16 offset, both from 1. */
function placeIn(text: string, offset: number): string {
  const before = text.slice(0, offset);
  return `${before.split(/\r\n|\r|\n/u).length}:${offset - Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'))}`;
}

/** `line:column` of the first byte that is not UTF-8: the longest valid beginning is found by halving. */
function placeOfBadByte(bytes: Uint8Array): string {
  let good = 0;
  let bad = bytes.length;
  const decode = (length: number): string | undefined => {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, length), {
        stream: true,
      });
    } catch {
      return undefined;
    }
  };
  while (good + 1 < bad) {
    const middle = (good + bad) >> 1;
    if (decode(middle) === undefined) bad = middle;
    else good = middle;
  }
  const text = decode(good) ?? '';
  return placeIn(text, text.length);
}
