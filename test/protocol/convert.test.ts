import assert from 'node:assert/strict';
import type { Range } from 'vscode-languageserver';
import type { Conversion } from '../../server/src/features/protocol';
import { LanguageClient } from '../support/language-client';

describe('a document converted', () => {
  let client: LanguageClient;
  const uri = 'file:///convert/a.policy.txt';
  before(async () => {
    client = await LanguageClient.start();
  });
  after(() => client.stop());
  const convert = async (text: string, to: string, range?: Range): Promise<Conversion> => {
    await client.open(uri, text);
    const params = range === undefined ? { to } : { to, range };
    const answer = await client.of<Conversion>('meipi/convert', uri, params);
    await client.close(uri);
    return answer;
  };
  const chosen = ({ choices }: Conversion): readonly string[] =>
    choices.map(({ range, from, to, alternatives, why }) =>
      [`${range.start.line}:${range.start.character}`, why, from, to, alternatives.join('')].join(' '),
    );

  it('has the lines of its source, with their ends', async () => {
    const { text } = await convert('发展计划\r\n\r\n签署协议\n落户香港\r\n', 'hk');
    assert.equal(text, '發展計劃\r\n\r\n簽署協議\n落戶香港\r\n');
  });

  it('keeps 岳 of 林建岳, and says what the name could have become', async () => {
    const answer = await convert('香港特区政府代表林建岳今日表示，两地将深化合作。\n', 'hk');
    assert.ok(answer.text.includes('林建岳'), answer.text);
    assert.deepEqual(
      answer.choices.filter(({ why }) => why === 'name-kept').map(({ to, alternatives }) => [to, ...alternatives]),
      [['林建岳', '林建嶽']],
    );
  });

  it('lists ambiguous characters with their alternatives, and regional words, in the order of the text', async () => {
    assert.deepEqual(chosen(await convert('香港应届毕业生学习软件，之后发展业务。\n', 'tw')), [
      '0:9 regional-wording 软件 軟件 軟體',
      '0:13 ambiguous-character 后 後 后',
      '0:14 ambiguous-character 发 發 髮',
    ]);
  });

  it('says where each choice stands in the converted text', async () => {
    const { text, choices } = await convert('经济\n香港学习软件，之后发展业务。\n于岚说：里程。\n', 'tw');
    assert.ok(choices.length > 3);
    for (const { to, offset } of choices) assert.equal(text.slice(offset, offset + to.length), to);
  });

  it('takes a selection alone', async () => {
    const range = { start: { line: 0, character: 2 }, end: { line: 1, character: 2 } };
    assert.equal((await convert('经济发展\n经济合作\n', 'hk', range)).text, '發展\n經濟');
  });

  it('leaves a text alone that is in that script already, and refuses what is no region', async () => {
    const answer = await convert('兩地簽署協議。\n', 'hk');
    assert.deepEqual(answer, { text: '兩地簽署協議。\n', choices: [] });
    await assert.rejects(convert('兩地簽署協議。\n', 'xx'), /hk, tw or cn/u);
  });
});
