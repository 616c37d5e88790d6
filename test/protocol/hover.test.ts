import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import type { Hover } from 'vscode-languageserver';
import { makeFolder } from '../support/command';
import { LanguageClient } from '../support/language-client';

const texts = {
  'a.policy.txt':
    '浙江省省長王浩今日在杭州表示，浙江將推進一國兩制實踐與地瓜經濟，投資三千多億元。\n2023年6月15日，王浩出席全國人民代表大會。\n',
  'b.policy.txt': '浙江省委副書記、省長王浩會見客人。行政長官和浙江省省長王浩致辭。\n',
  'c.policy.txt': '台州后勤集团与地瓜经济办公室合作。\n',
};

describe('the card of', () => {
  const folder = makeFolder(texts);
  const home = pathToFileURL(folder.path).href;
  let client: LanguageClient;
  const start = async (settings: object = {}): Promise<void> => {
    client = await LanguageClient.start({ folders: [home], settings: { meipi: settings } });
    for (const [name, text] of Object.entries(texts)) await client.open(`${home}/${name}`, text);
  };
  afterEach(() => client.stop());
  after(() => {
    folder.remove();
  });
  const card = async (word: string, name: keyof typeof texts = 'a.policy.txt'): Promise<string> => {
    const lines = texts[name].split('\n');
    const line = lines.findIndex((each) => each.includes(word));
    const character = (lines[line] ?? '').indexOf(word);
    const hover = await client.at<Hover | null>('textDocument/hover', `${home}/${name}`, { line, character });
    return (hover?.contents as { value: string } | undefined)?.value ?? '';
  };

  it('a policy: forms by region and why they differ, readings, what it means', async () => {
    await start();
    const text = await card('一國兩制');
    assert.match(text, /^\*\*一國兩制\*\* · \*policy\*/u);
    assert.match(text, /\*CN\* 一国两制 \*\\\(character variant\\\)\*/u);
    assert.match(text, /Mandarin\* yī guó liǎng zhì · \*Cantonese\* jat1 gwok3 loeng5 zai3/u);
  });

  it('a person: surname reading, the offices held in all files, and where that is said', async () => {
    await start();
    const text = await card('王浩');
    assert.match(text, /Mandarin\* wáng hào/u);
    assert.match(text, /- 浙江省省長 \[a\\\.policy\\\.txt\\:1\]\(file:/u, text);
    assert.match(text, /b\\\.policy\\\.txt\\:1/u, text);
    assert.ok(!text.includes('- 行政長官'), text);
  });

  it('an amount and a date: plain value, bound, in other words; the weekday', async () => {
    await start();
    const amount = await card('三千多億元');
    for (const part of ['more than', '300', '3\\,000億', 'billion', 'currency by'])
      assert.ok(amount.includes(part), `${part}: ${amount}`);
    const date = await card('2023年6月15日');
    assert.ok(date.includes('2023') && date.includes('Thursday'), date);
    assert.ok(!date.includes('Mandarin'), date);
  });

  it('a name that holds a term: the name first, then the term', async () => {
    await start();
    const text = await card('全國人民代表大會');
    assert.match(text, /^\*\*全國人民代表大會\*\*/u);
    const inner = await card('地瓜经济办公室', 'c.policy.txt');
    assert.ok(inner.includes('地瓜经济'), inner);
  });

  it('anything without the sections that are switched off', async () => {
    const off = ['forms', 'definition', 'usage', 'readings', 'value', 'offices', 'related', 'mentions'];
    await start({ hover: { sections: Object.fromEntries(off.map((name) => [name, false])) } });
    assert.equal(await card('一國兩制'), '**一國兩制** · *policy*');
    assert.equal(await card('王浩'), '**王浩** · *person*');
  });
});
