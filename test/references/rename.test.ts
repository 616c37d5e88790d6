import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import type { Location, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { LanguageClient, placeOf } from '../support/language-client';

const names = readdirSync('seeds').filter((name) => name.endsWith('.txt'));
const uriOf = (name: string): string => `file:///meipi-test/seeds/${name}`;
/** The body by itself, not within an office. */
const bare = '貿發局一直以來';
const texts = new Map(names.map((name) => [name, readFileSync(`seeds/${name}`, 'utf8')]));

describe('rename over the sample documents', () => {
  let client: LanguageClient;
  before(async () => {
    client = await LanguageClient.start();
    for (const [name, text] of texts) await client.open(uriOf(name), text);
  });
  after(() => client.stop());

  const rename = (name: string, words: string, newName: string): Promise<WorkspaceEdit> => {
    const { start } = placeOf(texts.get(name) ?? '', words);
    return client.at('textDocument/rename', uriOf(name), start, { newName });
  };
  const fileWith = (words: string): string => {
    const found = names.find((name) => texts.get(name)?.includes(words));
    assert.ok(found, words);
    return found;
  };

  it('of 貿發局 leaves every other character alone', async () => {
    const name = fileWith(bare);
    const edit = await rename(name, bare, '貿易局');
    const edited = applied(edit);
    for (const [file, text] of texts) {
      // Whatever stands inside a longer name, such as an office of the body, is another mention.
      const { start } = placeOf(texts.get(name) ?? '', bare);
      const same = await client.at<Location[]>('textDocument/references', uriOf(name), start, {
        context: { includeDeclaration: true },
      });
      const lines = text.split(/(?<=\n)/u);
      const expected = lines
        .map((line, number) =>
          same
            .filter(({ uri, range }) => uri === uriOf(file) && range.start.line === number)
            .sort((a, b) => b.range.start.character - a.range.start.character)
            .reduce((now, { range: { start: from, end } }) => {
              const surface = now.slice(from.character, end.character);
              const changed = surface === '貿發局' ? '貿易局' : surface === '贸发局' ? '贸易局' : surface;
              return now.slice(0, from.character) + changed + now.slice(end.character);
            }, line),
        )
        .join('');
      assert.equal(edited.get(file) ?? text, expected, file);
    }
    assert.ok(edited.size > 0);
  });

  it('of a place in both scripts leaves each script intact', async () => {
    const simplified = fileWith('重庆');
    const edited = applied(await rename(simplified, '重庆', '廣安'));
    assert.ok(edited.size > 0);
    for (const [file, text] of edited) {
      const before = texts.get(file) ?? '';
      assert.equal(text.length, before.length, file);
      for (let at = 0; at < text.length; at += 1) {
        if (text.charAt(at) === before.charAt(at)) continue;
        const [from, to] = [before.charAt(at), text.charAt(at)];
        assert.ok(['重广', '重廣', '庆安', '慶安'].includes(from + to), `${file}: ${from} became ${to}`);
        if (from === '慶') assert.equal(text.charAt(at - 1), '廣', file);
        if (from === '庆') assert.ok('廣广'.includes(text.charAt(at - 1)), file);
      }
    }
  });

  it('carries the versions that it was computed on', async () => {
    const edit = await rename(fileWith(bare), bare, '貿易局');
    const changes = (edit.documentChanges ?? []) as TextDocumentEdit[];
    assert.ok(changes.length > 0);
    assert.ok(changes.every(({ textDocument }) => textDocument.version === 1));
  });

  it('is refused with a sentence where it would be a guess', async () => {
    const refused = (words: string, newName: string): Promise<unknown> => rename(fileWith(words), words, newName);
    await assert.rejects(refused('浙港', '蘇港'), /names several things at once/u);
    await assert.rejects(refused('2023', '2024'), /Dates and amounts have no name to change/u);
    await assert.rejects(refused(bare, '  '), /must not be empty or hold line breaks/u);
    await assert.rejects(refused(bare, '甲\n乙'), /must not be empty or hold line breaks/u);
    await assert.rejects(refused('認識海外', '甲'), /There is no name here/u);
  });

  /** The files that an edit changes, as they are afterwards. */
  function applied(edit: WorkspaceEdit): ReadonlyMap<string, string> {
    const changed = new Map<string, string>();
    for (const { textDocument, edits } of (edit.documentChanges ?? []) as TextDocumentEdit[]) {
      const name = names.find((each) => uriOf(each) === textDocument.uri) ?? '';
      changed.set(name, edited(texts.get(name) ?? '', edits as TextEdit[]));
    }
    return changed;
  }
});

function edited(text: string, edits: readonly TextEdit[]): string {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/gu)].map(({ index, 0: end }) => index + end.length)];
  const offset = ({ line, character }: { line: number; character: number }): number => (starts[line] ?? 0) + character;
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (now, { range, newText }) => now.slice(0, offset(range.start)) + newText + now.slice(offset(range.end)),
      text,
    );
}
