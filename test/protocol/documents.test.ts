import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { editorCapabilities, LanguageClient, placeOf } from '../support/language-client';

interface Tokens {
  readonly data: number[];
}
const han = '各地要落實國家的政策，支持企業在廣東省和香港的發展。';

describe('documents', () => {
  let client: LanguageClient;
  let number = 0;
  const fresh = (ending = '.txt'): string => `file:///meipi-test/${(number += 1)}${ending}`;
  const marksOf = async (uri: string): Promise<number> =>
    (await client.of<Tokens>('textDocument/semanticTokens/full', uri)).data.length / 5;
  const statusOf = (uri: string): Promise<{ on: boolean; reason: string; message: string }> =>
    client.of('meipi/status', uri);
  before(async () => {
    client = await LanguageClient.start();
  });
  after(() => client.stop());

  it('end in the same state by any changes as when opened anew', async function () {
    this.timeout(60_000);
    const pieces = [
      '香港',
      '廣東省',
      '\r\n',
      '\n',
      '「',
      '逾60億元',
      '𠮷',
      '# ',
      '2023年6月',
      '李',
      '（下稱貿發局）',
      ' ',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...pieces), { maxLength: 20 }),
        fc.array(fc.record({ at: fc.nat(60), length: fc.nat(6), text: fc.constantFrom('', ...pieces) }), {
          minLength: 1,
          maxLength: 8,
        }),
        async (start, edits) => {
          const uri = fresh('.policy.txt');
          let text = start.join('');
          await client.open(uri, text);
          for (const { at, length, text: inserted } of edits) {
            const from = Math.min(at, text.length);
            const to = Math.min(from + length, text.length);
            if (splitsSomething(text, from) || splitsSomething(text, to)) continue;
            await client.change(uri, [
              { range: { start: positionAt(text, from), end: positionAt(text, to) }, text: inserted },
            ]);
            if (at % 3 === 0) await marksOf(uri);
            text = text.slice(0, from) + inserted + text.slice(to);
          }
          const other = fresh('.policy.txt');
          await client.open(other, text);
          for (const method of [
            'textDocument/semanticTokens/full',
            'textDocument/documentSymbol',
            'textDocument/foldingRange',
            'textDocument/diagnostic',
          ]) {
            const strip = (answer: unknown): string => JSON.stringify(answer).replace(/"resultId":"[^"]*"/gu, '');
            assert.equal(strip(await client.of(method, uri)), strip(await client.of(method, other)), method);
          }
          await client.close(uri);
          await client.close(other);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are read when plain text is mostly Han, and left alone with a reason otherwise', async () => {
    const [chinese, english, code] = [fresh(), fresh('.md'), fresh('.py')];
    await client.open(chinese, han, 'plaintext');
    await client.open(english, 'A paper about Guangdong 廣東 in plain English words.', 'markdown');
    await client.open(code, han, 'python');
    assert.deepEqual(
      [await statusOf(chinese), await statusOf(english), await statusOf(code)].map(({ on, reason }) => [on, reason]),
      [
        [true, 'mostly-han'],
        [false, 'not-han'],
        [false, 'other-language'],
      ],
    );
    assert.ok((await marksOf(chinese)) > 0);
    assert.equal(await marksOf(english), 0);
    assert.equal(await client.at('textDocument/hover', english, { line: 0, character: 25 }), null);
  });

  it('lose their marks at once when switched off, one or all, and get them back', async () => {
    const [one, two] = [fresh('.policy.txt'), fresh('.policy.txt')];
    await client.open(one, han);
    await client.open(two, han);
    const marks = await marksOf(one);
    assert.ok(marks > 0);
    client.refreshes.length = 0;
    await client.of('meipi/toggle', one, { scope: 'file' });
    assert.deepEqual([await marksOf(one), await marksOf(two)], [0, marks]);
    assert.ok(client.refreshes.includes('workspace/semanticTokens/refresh'));
    assert.deepEqual(await client.of('textDocument/diagnostic', one), { kind: 'full', items: [] });
    await client.of('meipi/toggle', one, { scope: 'everywhere', on: false });
    assert.deepEqual([await marksOf(one), await marksOf(two)], [0, 0]);
    assert.equal((await statusOf(two)).message, 'Off: switched off everywhere');
    await client.of('meipi/toggle', one, { scope: 'everywhere', on: true });
    await client.of('meipi/toggle', one, { scope: 'file', on: true });
    assert.deepEqual([await marksOf(one), await marksOf(two)], [marks, marks]);
  });

  it('keep out of references while they are switched off', async () => {
    const [one, two] = [fresh('.policy.txt'), fresh('.policy.txt')];
    await client.open(one, '珠海市召開會議。');
    await client.open(two, '珠海市。珠海市。');
    const count = async (): Promise<number> =>
      (
        await client.at<unknown[]>(
          'textDocument/references',
          one,
          { line: 0, character: 1 },
          { context: { includeDeclaration: true } },
        )
      ).length;
    assert.equal(await count(), 3);
    await client.of('meipi/toggle', two, { scope: 'file', on: false });
    assert.equal(await count(), 1);
  });

  it('follow a change of settings', async () => {
    const uri = fresh('.policy.txt');
    await client.open(uri, '廣東省撥款五億元。');
    const before = await marksOf(uri);
    client.settings = { meipi: { hiddenTypes: ['PLACE'] } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await until(async () => (await marksOf(uri)) === before - 1);
    client.settings = { meipi: { documents: 7, rules: 'none' } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await until(async () => (await client.of<{ problems: string[] }>('meipi/status', uri)).problems.length === 1);
    const { problems } = await client.of<{ problems: string[] }>('meipi/status', uri);
    assert.match(problems[0] ?? '', /meipi\.documents, meipi\.rules/u);
    assert.equal(await marksOf(uri), before);
    client.settings = {};
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  });

  it('answer nothing for what is not open, for positions out of range, and for what was closed', async () => {
    const uri = fresh('.policy.txt');
    assert.equal(await client.at('textDocument/hover', 'file:///nowhere', { line: 0, character: 0 }), null);
    await client.open(uri, han);
    assert.equal(await client.at('textDocument/hover', uri, { line: 99, character: 99 }), null);
    await client.close(uri);
    assert.deepEqual(await client.of('textDocument/semanticTokens/full', uri), { data: [] });
  });

  it('refuse a rename of what has no name, with a sentence', async () => {
    const uri = fresh('.policy.txt');
    await client.open(uri, '各位同事');
    await assert.rejects(
      client.at('textDocument/prepareRename', uri, { line: 0, character: 1 }),
      /There is no name here/u,
    );
  });

  it('survive NUL, lone surrogates, CR, marks and an empty text', async () => {
    for (const text of [
      '',
      '\0',
      '香港\0廣東',
      '\ud800香港\udc00',
      '\r\r\n\n',
      '\uFEFF香港',
      '𠮷'.repeat(3),
      '「'.repeat(5000),
      '億'.repeat(5000),
    ]) {
      const uri = fresh('.policy.txt');
      await client.open(uri, text);
      for (const method of [
        'textDocument/semanticTokens/full',
        'textDocument/documentSymbol',
        'textDocument/foldingRange',
        'textDocument/diagnostic',
        'textDocument/documentLink',
      ]) {
        assert.notEqual(await client.of(method, uri), undefined, method);
      }
      await client.at('textDocument/hover', uri, { line: 0, character: 1 });
      await client.of('textDocument/selectionRange', uri, {
        positions: [
          { line: 0, character: 0 },
          { line: 9, character: 9 },
        ],
      });
      await client.close(uri);
    }
  });

  it('may be one line of 5 MB', async function () {
    this.timeout(120_000);
    const uri = fresh('.policy.txt');
    const sentence = '廣東省與香港簽署協議，涉及逾60億元人民幣。';
    await client.open(uri, sentence.repeat(Math.ceil(5_000_000 / Buffer.byteLength(sentence))));
    const marks = await marksOf(uri);
    assert.ok(marks > 50_000, `${marks} marks`);
    await client.close(uri);
  });

  it('of the seeds give an outline and marks', async () => {
    for (const name of readdirSync('seeds')) {
      const uri = fresh('.policy.txt');
      await client.open(uri, readFileSync(`seeds/${name}`, 'utf8'));
      assert.ok((await marksOf(uri)) > 40, name);
      assert.ok((await client.of<unknown[]>('textDocument/documentSymbol', uri)).length > 0, name);
      await client.close(uri);
    }
  });
});

describe('clients', () => {
  const uri = 'file:///meipi-test/client.policy.txt';

  it('without any optional ability are served in plain text and by push', async () => {
    const client = await LanguageClient.start({ capabilities: {} });
    await client.open(uri, '廣東省與香港。');
    const hover = await client.at<{ contents: { kind: string; value: string } }>('textDocument/hover', uri, {
      line: 0,
      character: 1,
    });
    assert.equal(hover.contents.kind, 'plaintext');
    assert.doesNotMatch(hover.contents.value, /\*\*|\\/u);
    await until(() => client.published.some((each) => each.uri === uri));
    const edit = await client.at<{ changes: Record<string, unknown[]> }>(
      'textDocument/rename',
      uri,
      { line: 0, character: 1 },
      { newName: '湖南省' },
    );
    assert.equal(edit.changes[uri]?.length, 1);
    assert.equal(await client.stop(), 0);
  });

  it('may count columns in bytes or characters', async () => {
    for (const [encoding, column] of [
      ['utf-8', 7],
      ['utf-32', 2],
      ['utf-16', 3],
    ] as const) {
      const client = await LanguageClient.start({
        capabilities: { ...editorCapabilities, general: { positionEncodings: [encoding] } },
      });
      assert.equal(client.result.capabilities.positionEncoding, encoding);
      await client.open(uri, '𠮷，廣東省。');
      const { data } = await client.of<Tokens>('textDocument/semanticTokens/full', uri);
      assert.deepEqual(data.slice(0, 3), [0, column, encoding === 'utf-8' ? 9 : 3]);
      await client.change(uri, [
        { range: { start: { line: 0, character: column }, end: { line: 0, character: column } }, text: '在' },
      ]);
      const moved = await client.of<Tokens>('textDocument/semanticTokens/full', uri);
      assert.equal(moved.data[1], column + (encoding === 'utf-8' ? 3 : 1));
      await client.stop();
    }
  });

  it('are spoken to in their language', async () => {
    for (const [locale, kind, reason] of [
      ['zh-tw', '地方', '已啟用：中文政策文件'],
      ['zh-cn', '地方', '已启用：中文政策文件'],
      ['de', 'place', 'On: a Chinese policy document'],
    ] as const) {
      const client = await LanguageClient.start({ initializationOptions: { locale } });
      await client.open(uri, '廣東省');
      const hover = await client.at<{ contents: { value: string } }>('textDocument/hover', uri, {
        line: 0,
        character: 1,
      });
      assert.match(hover.contents.value, new RegExp(`^\\*\\*廣東省\\*\\* · \\*${kind}\\*`, 'u'));
      assert.equal((await client.of<{ message: string }>('meipi/status', uri)).message, reason);
      await client.stop();
    }
  });

  it('may take a request back', async () => {
    const client = await LanguageClient.start();
    await client.open(uri, '廣東省。'.repeat(20_000));
    const { CancellationTokenSource } = await import('vscode-languageserver');
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest(
      'textDocument/hover',
      { textDocument: { uri }, position: { line: 0, character: 1 } },
      source.token,
    );
    source.cancel();
    await answer.catch(({ code }: { code: number }) => {
      assert.equal(code, -32800);
    });
    assert.ok(placeOf('廣東省', '廣').start);
    await client.stop();
  });
});

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await condition()) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 25);
    });
  }
  assert.fail('the condition never came true');
}

function splitsSomething(text: string, at: number): boolean {
  const pair = text.slice(at - 1, at + 1);
  return pair === '\r\n' || /^[\ud800-\udbff][\udc00-\udfff]$/.test(pair);
}

function positionAt(text: string, offset: number): { line: number; character: number } {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/u);
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
