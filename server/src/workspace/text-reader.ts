import type { DocumentRecord } from './document-record';

/** Reads whole texts for the index, where typing does not wait for it. */
export interface TextReader {
  /** Rejects when the text cannot be read here: it can still be read elsewhere. */
  read(text: string): Promise<DocumentRecord>;
  dispose(): void;
}
