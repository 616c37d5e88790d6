import assert from 'node:assert/strict';
import { indexLines, lineAt } from '../../server/src/text/lines';
import { createPositions, type Encoding } from '../../server/src/features/positions';
import { applyEdit, type EditSequence, type FuzzEdit } from './edits';
import { Wire } from './wire';

const uri = 'file:///meipi-test/twin.txt';

/** Two servers: one that follows every edit of a document, and one that always opens its present text anew. */
export class Twins {
  private tokens: readonly number[] = [];
  private resultId = '';
  private version = 0;

  private constructor(
    private readonly follower: Wire,
    private readonly opener: Wire,
    private readonly encoding: Encoding,
  ) {}

  /** Starts both, with a client that counts columns in `encoding`. */
  static async start(encoding: Encoding): Promise<Twins> {
    const params = { capabilities: { general: { positionEncodings: [encoding] }, textDocument: { diagnostic: {} } } };
    const pair = [new Wire(), new Wire()] as const;
    for (const wire of pair) await wire.initialize(params);
    return new Twins(pair[0], pair[1], encoding);
  }

  stop(): void {
    this.follower.kill();
    this.opener.kill();
  }

  /** Lets the one follow and the other open; throws an AssertionError where they differ. */
  async replay({ start, edits }: EditSequence): Promise<void> {
    this.follower.open(uri, start);
    let text = start;
    await this.askFollower(true);
    for (const [step, edit] of edits.entries()) {
      const possible = asAnEditorCan(text, edit);
      this.version += 1;
      this.follower.notify('textDocument/didChange', {
        textDocument: { uri, version: this.version },
        contentChanges: [{ range: this.rangeOf(text, possible), text: possible.text }],
      });
      text = applyEdit(text, possible);
      const followed = await this.askFollower(false);
      this.opener.open(uri, text);
      const opened = await this.answers(this.opener, 'textDocument/semanticTokens/full', {});
      this.opener.notify('textDocument/didClose', { textDocument: { uri } });
      assert.deepEqual(
        followed,
        { ...opened, tokens: (opened.tokens as { data: number[] }).data },
        `after edit ${step}`,
      );
    }
    this.follower.notify('textDocument/didClose', { textDocument: { uri } });
  }

  /** What the follower shows, its tokens put together from the deltas. */
  private async askFollower(isFirst: boolean): Promise<object> {
    const method = `textDocument/semanticTokens/full${isFirst ? '' : '/delta'}`;
    const answers = await this.answers(this.follower, method, { previousResultId: this.resultId });
    const given = answers.tokens as {
      readonly resultId: string;
      readonly data?: readonly number[];
      readonly edits?: readonly {
        readonly start: number;
        readonly deleteCount: number;
        readonly data?: readonly number[];
      }[];
    };
    this.resultId = given.resultId;
    this.tokens =
      given.data ??
      (given.edits ?? []).reduce(
        (now, { start, deleteCount, data = [] }) => [
          ...now.slice(0, start),
          ...data,
          ...now.slice(start + deleteCount),
        ],
        this.tokens,
      );
    return { ...answers, tokens: this.tokens };
  }

  private async answers(wire: Wire, tokenMethod: string, more: object): Promise<{ readonly tokens: unknown }> {
    const textDocument = { uri };
    const [tokens, findings, outline, folding, links] = await Promise.all([
      wire.ask(tokenMethod, { textDocument, ...more }),
      wire.ask('textDocument/diagnostic', { textDocument }),
      wire.ask('textDocument/documentSymbol', { textDocument }),
      wire.ask('textDocument/foldingRange', { textDocument }),
      wire.ask('textDocument/documentLink', { textDocument }),
    ]);
    return {
      tokens: tokens.result,
      ...{ findings: findings.result, outline: outline.result, folding: folding.result, links: links.result },
    };
  }

  private rangeOf(text: string, { start, end }: FuzzEdit): unknown {
    const index = indexLines(text);
    const positions = createPositions(this.encoding);
    const at = (offset: number): unknown => {
      const line = lineAt(index, offset);
      return positions.position(index.lines[line] ?? '', line, offset - (index.starts[line] ?? 0));
    };
    return { start: at(start), end: at(end) };
  }
}

/** The edit as near to it as a client can send one: not within a surrogate pair, nor between CR and LF. */
function asAnEditorCan(text: string, { start, end, text: inserted }: FuzzEdit): FuzzEdit {
  const snap = (offset: number): number => {
    const at = Math.min(offset, text.length);
    return /^(?:\r\n|[\ud800-\udbff][\udc00-\udfff])/.test(text.slice(at - 1, at + 1)) ? at - 1 : at;
  };
  return { start: snap(start), end: Math.max(snap(start), snap(end)), text: inserted };
}
