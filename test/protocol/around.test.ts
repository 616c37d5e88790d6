import assert from 'node:assert/strict';
import type { CodeLens, SymbolInformation } from 'vscode-languageserver';
import type { NextMention } from '../../server/src/features/protocol';
import { LanguageClient, placeOf } from '../support/language-client';

const uri = 'file:///meipi-test/around.policy.txt';
const other = 'file:///meipi-test/around-other.policy.txt';
const text = '香港貿易發展局（下稱貿發局）開會。\n商務部部長王文濤到訪。\n貿發局與商務部座談，珠海市同意。';
const otherText = '香港贸易发展局到访。';

describe('getting around', () => {
  let client: LanguageClient;
  before(async () => {
    client = await LanguageClient.start({ settings: { meipi: { codeLens: { mentions: true } } } });
    await client.open(uri, text);
    await client.open(other, otherText);
  });
  after(() => client.stop());

  const step = (words: string, way: object): Promise<NextMention | null> =>
    client.at('meipi/nextMention', uri, placeOf(text, words).start, way);

  it('goes to the next and previous mention of the same thing, in other words too, round the end', async () => {
    const next = await step('香港貿易發展局', { direction: 'next', by: 'entity' });
    assert.deepEqual([next?.name, next?.ordinal, next?.total], ['貿發局', 2, 3]);
    const previous = await step('香港貿易發展局', { direction: 'previous', by: 'entity' });
    assert.deepEqual([previous?.range.start.line, previous?.ordinal], [2, 3]);
    const round = await step('貿發局與', { direction: 'next', by: 'entity' });
    assert.equal(round?.name, '香港貿易發展局');
  });

  it('goes to the next and previous mention of the same type', async () => {
    const next = await step('商務部座談', { direction: 'next', by: 'type' });
    assert.equal(next?.name, '香港貿易發展局');
    assert.equal((await step('商務部座談', { direction: 'previous', by: 'type' }))?.name, '貿發局');
    const alone = await step('珠海市', { direction: 'next', by: 'type' });
    assert.deepEqual([alone?.name, alone?.ordinal, alone?.total], ['珠海市', 1, 1]);
  });

  it('goes nowhere from what is no mention', async () => {
    assert.equal(await step('談，', { direction: 'next', by: 'entity' }), null);
  });

  it('counts mentions and files above the line that first names a thing, when that is wanted', async () => {
    const lenses = await client.of<CodeLens[]>('textDocument/codeLens', uri);
    const lens = lenses.find(({ command }) => command?.title.includes('香港貿易發展局'));
    assert.match(lens?.command?.title ?? '', /4 mentions in 2 files/u);
    assert.equal(lens?.range.start.line, 0);
    assert.ok(!lenses.some(({ command }) => command?.title.includes('珠海市')));
    const quiet = await LanguageClient.start();
    await quiet.open(uri, text);
    assert.deepEqual(await quiet.of('textDocument/codeLens', uri), []);
    await quiet.stop();
  });

  it('finds things of the workspace by either script, an alias, pinyin and initials', async () => {
    for (const query of ['香港贸易', '貿發局', '贸发局', 'xianggangmaoyi', 'xgmyfzj']) {
      const symbols = await client.request<SymbolInformation[]>('workspace/symbol', { query });
      const found = symbols.find(({ name }) => name.startsWith('香港貿易發展局'));
      assert.ok(found, query);
      // Editors filter once more by the label.
      assert.ok(found.name.includes(query), `${found.name} holds ${query}`);
    }
  });
});
