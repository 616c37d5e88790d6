import type { AmountColumn, AmountRow, Graph, MentionRow } from '../../../../server/src/features/protocol';

/** A place as the protocol has it. */
export type PagePlace = Pick<MentionRow, 'uri' | 'range'>;

/** What a page sends to the extension. */
export type FromPage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'open'; readonly place: PagePlace }
  | {
      readonly kind: 'amounts';
      readonly number: number;
      readonly type: AmountRow['type'] | '';
      readonly sort: AmountColumn;
      readonly descending: boolean;
      readonly limit: number;
    }
  | { readonly kind: 'copy' | 'save' }
  | { readonly kind: 'graph'; readonly number: number; readonly choice: GraphChoice; readonly limit: number }
  | { readonly kind: 'visit'; readonly from: string; readonly to?: string; readonly turn: number }
  /** Tells what stands on the page, for tests and nothing else. */
  | { readonly kind: 'shown'; readonly rows: number; readonly current: string };

export type GraphChoice = 'who' | 'persons' | 'organisations' | 'all';

/** A row of amounts with its place in words. */
export interface ShownAmount extends AmountRow {
  readonly where: string;
}

/** What the extension sends to a page. */
export type ToPage =
  /** Something may have changed: ask again. */
  | { readonly kind: 'changed' }
  | {
      readonly kind: 'amounts';
      readonly number: number;
      readonly total: number;
      readonly rows: readonly ShownAmount[];
    }
  | { readonly kind: 'graph'; readonly number: number; readonly graph: Graph }
  | { readonly kind: 'visited'; readonly turn: number; readonly total: number; readonly where: string }
  /** Where the editor's cursor stands, and on which thing. */
  | {
      readonly kind: 'cursor';
      readonly uri: string;
      readonly line: number;
      readonly character: number;
      readonly thing: string;
    }
  /** For tests and nothing else: presses what has this label. */
  | { readonly kind: 'press'; readonly label: string };
