import assert from 'node:assert/strict';
import { LanguageClient, placeOf } from '../support/language-client';

const uri = 'file:///meipi-test/paper.policy.txt';
const text = [
  '# 香港與廣東合作會議',
  '',
  '2023年6月26日，香港貿易發展局（下稱貿發局）在杭州市宣布，撥款逾60億元人民幣支持「一帶一路」項目。',
  '貿發局又說，《基本法》保障「一國兩制」。詳見 https://example.org/paper 。',
  '',
  '## 金融',
  '香港貿易發展局與廣東省人民政府簽署協議。',
].join('\n');

/** Every method that the capabilities promise, with a request that a real client would send and a look at the answer. */
const uses: Readonly<Record<string, (client: LanguageClient) => Promise<void>>> = {
  async semanticTokensProvider(client) {
    const full = await client.of<{ resultId: string; data: number[] }>('textDocument/semanticTokens/full', uri);
    assert.ok(full.data.length > 0 && full.data.length % 5 === 0);
    const same = await client.of<{ edits: unknown[] }>('textDocument/semanticTokens/full/delta', uri, {
      previousResultId: full.resultId,
    });
    assert.deepEqual(same.edits, []);
    const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 99 } };
    const part = await client.of<{ data: number[] }>('textDocument/semanticTokens/range', uri, { range });
    assert.ok(part.data.length > 0 && part.data.length < full.data.length);
  },
  async hoverProvider(client) {
    const place = placeOf(text, '香港貿易發展局');
    const hover = await client.at<{ range: unknown; contents: { kind: string; value: string } }>(
      'textDocument/hover',
      uri,
      { line: 2, character: place.start.character + 3 },
    );
    assert.deepEqual(hover.range, place);
    assert.equal(hover.contents.kind, 'markdown');
    assert.match(hover.contents.value, /^\*\*香港貿易發展局\*\* · \*organisation\*/u);
  },
  async documentSymbolProvider(client) {
    const symbols = await client.of<{ name: string; children: { name: string }[] }[]>(
      'textDocument/documentSymbol',
      uri,
    );
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['香港與廣東合作會議'],
    );
    assert.deepEqual(
      symbols[0]?.children.map(({ name }) => name),
      ['金融'],
    );
  },
  async definitionProvider(client) {
    const links = await client.at<{ targetUri: string; targetRange: unknown }[]>(
      'textDocument/definition',
      uri,
      placeOf(text, '貿發局又').start,
    );
    assert.ok(
      links.some(
        ({ targetUri, targetRange }) =>
          targetUri === uri && JSON.stringify(targetRange) === JSON.stringify(placeOf(text, '香港貿易發展局')),
      ),
    );
  },
  async referencesProvider(client) {
    const places = await client.at<{ range: unknown }[]>(
      'textDocument/references',
      uri,
      placeOf(text, '貿發局又').start,
      { context: { includeDeclaration: true } },
    );
    const short = placeOf(text, '貿發局', 1);
    assert.deepEqual(
      places.map(({ range }) => range),
      [placeOf(text, '香港貿易發展局'), placeOf(text, '貿發局'), short, placeOf(text, '香港貿易發展局', 1)],
    );
  },
  async documentHighlightProvider(client) {
    const marks = await client.at<unknown[]>('textDocument/documentHighlight', uri, placeOf(text, '貿發局又').start);
    assert.equal(marks.length, 4);
  },
  async foldingRangeProvider(client) {
    const ranges = await client.of<{ startLine: number; endLine: number }[]>('textDocument/foldingRange', uri);
    assert.ok(ranges.some(({ startLine, endLine }) => startLine === 5 && endLine === 6));
  },
  async selectionRangeProvider(client) {
    const position = placeOf(text, '貿易發展局').start;
    const [selection] = await client.of<{ range: { start: { line: number } }; parent?: unknown }[]>(
      'textDocument/selectionRange',
      uri,
      { positions: [position] },
    );
    assert.deepEqual(selection?.range, { start: position, end: { line: 2, character: position.character + 1 } });
    let depth = 0;
    for (let at: { parent?: unknown } | undefined = selection; at !== undefined; at = at.parent as typeof at)
      depth += 1;
    assert.ok(depth >= 5, `only ${depth} steps`);
  },
  async diagnosticProvider(client) {
    const report = await client.of<{ kind: string; resultId: string }>('textDocument/diagnostic', uri);
    assert.equal(report.kind, 'full');
    const again = await client.of<{ kind: string }>('textDocument/diagnostic', uri, {
      previousResultId: report.resultId,
    });
    assert.equal(again.kind, 'unchanged');
    const all = await client.request<{ items: { uri: string }[] }>('workspace/diagnostic', { previousResultIds: [] });
    assert.deepEqual(
      all.items.map((item) => item.uri),
      [uri],
    );
  },
  async codeActionProvider(client) {
    const range = placeOf(text, '香港貿易發展局');
    const actions = await client.of<unknown[]>('textDocument/codeAction', uri, { range, context: { diagnostics: [] } });
    assert.ok(Array.isArray(actions));
  },
  async renameProvider(client) {
    const { start } = placeOf(text, '貿發局又');
    const prepared = await client.at<{ placeholder: string }>('textDocument/prepareRename', uri, start);
    assert.equal(prepared.placeholder, '貿發局');
    const edit = await client.at<{ documentChanges: { textDocument: { version: number }; edits: unknown[] }[] }>(
      'textDocument/rename',
      uri,
      start,
      { newName: '香港貿發局' },
    );
    assert.deepEqual(
      edit.documentChanges.map(({ textDocument, edits }) => [textDocument.version, edits.length]),
      [[1, 2]],
    );
  },
  async completionProvider(client) {
    const position = { line: 3, character: text.split('\n')[3]?.indexOf('一國兩制') ?? 0 };
    const list = await client.at<{ items: { label: string }[] }>('textDocument/completion', uri, position, {
      context: { triggerKind: 2, triggerCharacter: '「' },
    });
    assert.ok(list.items.length > 0);
    const inProse = await client.at<{ items: unknown[] }>(
      'textDocument/completion',
      uri,
      { line: 6, character: 3 },
      { context: { triggerKind: 3 } },
    );
    assert.deepEqual(inProse.items, []);
  },
  async documentLinkProvider(client) {
    const links = await client.of<{ target: string }[]>('textDocument/documentLink', uri);
    assert.deepEqual(
      links.map(({ target }) => target),
      ['https://example.org/paper'],
    );
  },
  async documentFormattingProvider(client) {
    const other = `${uri}.md`;
    await client.open(other, '代表團抵達,訪問香港(中環);見 https://example.org/a,b 。\n他說...\n', 'markdown');
    const edits = await client.of<{ newText: string; range: { start: { line: number } } }[]>(
      'textDocument/formatting',
      other,
      { options: { tabSize: 2, insertSpaces: true } },
    );
    assert.deepEqual(
      edits.map(({ newText }) => newText),
      ['，', '（', '）', '；', '……'],
    );
    await client.close(other);
  },
  async documentRangeFormattingProvider(client) {
    const other = `${uri}.md`;
    await client.open(other, '代表團抵達,訪問香港(中環);\n會議閉幕,簽署協議。\n', 'markdown');
    const options = { tabSize: 2, insertSpaces: true };
    const within = (line: number, start: number, end: number): Promise<{ newText: string }[]> =>
      client.of('textDocument/rangeFormatting', other, {
        range: { start: { line, character: start }, end: { line, character: end } },
        options,
      });
    assert.deepEqual(
      (await within(0, 0, 12)).map(({ newText }) => newText),
      ['，'],
      'half a pair of brackets is left',
    );
    assert.deepEqual(
      (await within(1, 0, 9)).map(({ newText }) => newText),
      ['，'],
    );
    assert.deepEqual(await within(1, 5, 9), []);
    await client.close(other);
  },
  async inlayHintProvider(client) {
    const range = { start: { line: 0, character: 0 }, end: { line: 6, character: 0 } };
    assert.deepEqual(await client.of('textDocument/inlayHint', uri, { range }), []);
  },
  async codeLensProvider(client) {
    assert.deepEqual(await client.of('textDocument/codeLens', uri), []);
  },
  async workspaceSymbolProvider(client) {
    const found = await client.request<{ name: string }[]>('workspace/symbol', { query: '贸易发展局' });
    assert.ok(found.some(({ name }) => name.includes('香港貿易發展局') && name.includes('贸易发展局')));
  },
};

describe('capabilities', () => {
  let client: LanguageClient;
  before(async () => {
    client = await LanguageClient.start();
    await client.open(uri, text);
  });
  after(async () => {
    assert.equal(await client.stop(), 0);
  });

  it('are these and no others', () => {
    assert.deepEqual(
      Object.keys(client.result.capabilities).sort(),
      [...Object.keys(uses), 'positionEncoding', 'textDocumentSync', 'workspace'].sort(),
    );
  });
  for (const [capability, use] of Object.entries(uses)) {
    it(`serves ${capability}`, () => use(client));
  }
});
