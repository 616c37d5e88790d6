import assert from 'node:assert/strict';
import type { CustomRequests } from '../../server/src/features/protocol';
import { LanguageClient, placeOf } from '../support/language-client';

const uri = 'file:///meipi-test/views.policy.txt';
const other = 'file:///meipi-test/views-other.policy.txt';
const text = [
  '# 香港與廣東合作會議',
  '2023年6月26日，行政長官李家超與香港貿易發展局在杭州市宣布，撥款逾60億元人民幣。',
  '李家超說，香港貿易發展局去年投資500萬港元，增長5.2%。2024年1月2日再開會。',
  '金融與創科是重點。',
].join('\n');
const otherText = '李家超到訪广东省。香港贸易发展局与金融界人士见面，投资3亿美元。';

describe('requests of the views', () => {
  let client: LanguageClient;
  const ask = <R extends keyof CustomRequests>(
    method: R,
    params: CustomRequests[R]['params'],
  ): Promise<CustomRequests[R]['result']> => client.request(method, params);

  before(async () => {
    client = await LanguageClient.start();
    await client.open(uri, text);
    await client.open(other, otherText);
  });
  after(() => client.stop());

  it('list things of all documents, most frequent first, in pages', async () => {
    const { total, rows } = await ask('meipi/entities', {});
    assert.equal(total, rows.length);
    assert.deepEqual(
      rows.map(({ count }) => count),
      rows.map(({ count }) => count).sort((a, b) => b - a),
    );
    const body = rows.find(({ name }) => name === '香港貿易發展局');
    assert.deepEqual([body?.count, body?.files], [3, 2]);
    const page = await ask('meipi/entities', { offset: 1, limit: 2 });
    assert.equal(page.total, total);
    assert.deepEqual(page.rows, rows.slice(1, 3));
  });

  it('list things of one document and of one type', async () => {
    const { rows } = await ask('meipi/entities', { textDocument: { uri: other }, type: 'PERSON' });
    assert.deepEqual(
      rows.map(({ name, count }) => [name, count]),
      [['李家超', 1]],
    );
  });

  it('refuse a type that there is not', async () => {
    await assert.rejects(client.request('meipi/entities', { type: 'RIVER' }), /unknown type RIVER/u);
    await assert.rejects(client.request('meipi/graph', { types: ['RIVER'] }), /unknown type RIVER/u);
  });

  it('find things by words of the other script', async () => {
    for (const filter of ['贸易发展', '貿易發展', ' 贸易发展 ']) {
      const { rows } = await ask('meipi/entities', { filter });
      assert.deepEqual(
        rows.map(({ name }) => name),
        ['香港貿易發展局'],
        filter,
      );
    }
    assert.equal((await ask('meipi/entities', { filter: '長江三峽' })).total, 0);
  });

  it('find things by pinyin, by initials, by Jyutping and by another of their names', async () => {
    for (const [filter, name] of [
      ['maoyifazhan', '香港貿易發展局'],
      ['xgmyfzj', '香港貿易發展局'],
      ['lijiachao', '李家超'],
      ['LJC', '李家超'],
      ['lei gaa ciu', '李家超'],
      ['lei5gaa1ciu1', '李家超'],
      ['hoenggong', '香港貿易發展局'],
      ['廣東', '广东省'],
    ] as const) {
      const { rows } = await ask('meipi/entities', { filter });
      assert.ok(
        rows.some((row) => row.name === name),
        `${filter}: ${rows.map((row) => row.name).join(' ')}`,
      );
    }
    const groups = await ask('meipi/entityGroups', { by: 'type', filter: 'lijiachao' });
    assert.deepEqual(
      groups.rows.map(({ key, things }) => [key, things]),
      [['PERSON', 1]],
    );
    assert.equal((await ask('meipi/entities', { filter: 'zzz' })).total, 0);
  });

  it('count by type and by document what they list', async () => {
    const all = await ask('meipi/entities', {});
    const types = await ask('meipi/entityGroups', { by: 'type' });
    assert.equal(
      types.rows.reduce((sum, { things }) => sum + things, 0),
      all.total,
    );
    assert.equal(types.rows[0]?.label, 'person');
    const files = await ask('meipi/entityGroups', { by: 'file' });
    assert.deepEqual(files.rows.map(({ key }) => key).sort(), [other, uri].sort());
    const filtered = await ask('meipi/entityGroups', { by: 'file', filter: '杭州' });
    assert.deepEqual(
      filtered.rows.map(({ key }) => key),
      [uri],
    );
  });

  it('give every mention in context, in pages', async () => {
    const { rows } = await ask('meipi/entities', { filter: '貿易發展局' });
    const entity = rows[0]?.id ?? '';
    const mentions = await ask('meipi/mentions', { entity });
    assert.equal(mentions.total, 3);
    for (const mention of mentions.rows) {
      const line = (mention.uri === uri ? text : otherText).split('\n')[mention.range.start.line] ?? '';
      assert.ok(line.includes(mention.before + mention.surface + mention.after));
      assert.equal(line.slice(mention.range.start.character, mention.range.end.character), mention.surface);
    }
    const second = await ask('meipi/mentions', { entity, offset: 1, limit: 1 });
    assert.deepEqual(second.rows, mentions.rows.slice(1, 2));
    assert.equal((await ask('meipi/mentions', { entity, textDocument: { uri: other } })).total, 1);
  });

  it('never cut a character in two at the edge of the context', async () => {
    const long = 'file:///meipi-test/edge.policy.txt';
    for (const shift of ['', '一']) {
      await client.open(long, `${'𠮷'.repeat(30)}${shift}廣東省${shift}${'𠮷'.repeat(30)}`);
      const { rows } = await ask('meipi/mentions', { entity: await idOf('廣東省', long), textDocument: { uri: long } });
      assert.doesNotMatch(`${rows[0]?.before}${rows[0]?.after}`, /\p{Cs}/u);
      await client.close(long);
    }
  });

  it('say which thing stands at a place', async () => {
    const { start } = placeOf(text, '李家超說');
    const found = await client.at<{ name: string; type: string; id: string }>('meipi/thingAt', uri, start);
    assert.deepEqual([found.name, found.type], ['李家超', 'PERSON']);
    assert.equal((await ask('meipi/mentions', { entity: found.id })).total, 3);
    assert.equal(await client.at('meipi/thingAt', uri, placeOf(text, '開會').start), null);
    assert.equal(await client.at('meipi/thingAt', 'file:///nowhere', start), null);
  });

  it('list amounts with currency, bound and what they are about, sorted by any column', async () => {
    const { rows } = await ask('meipi/amounts', { type: 'MONEY' });
    assert.deepEqual(
      rows.map(({ surface, unit, bound, number }) => [surface, unit, bound, number]).sort(),
      [
        ['逾60億元人民幣', 'CNY', 'more than', '6,000,000,000'],
        ['500萬港元', 'HKD', '', '5,000,000'],
        ['3亿美元', 'USD', '', '300,000,000'],
      ].sort(),
    );
    assert.equal(rows.find(({ unit }) => unit === 'HKD')?.about, '香港貿易發展局');
    const byValue = await ask('meipi/amounts', { type: 'MONEY', sort: 'value', descending: true });
    assert.deepEqual(
      byValue.rows.map(({ unit }) => unit),
      ['CNY', 'USD', 'HKD'],
    );
    const byUnit = await ask('meipi/amounts', { sort: 'unit', limit: 1 });
    assert.deepEqual([byUnit.total, byUnit.rows[0]?.unit], [4, '%']);
  });

  it('put dates in the order of time, by year', async () => {
    const years = await ask('meipi/timelineYears', { textDocument: { uri } });
    assert.deepEqual(
      years.map(({ year }) => year),
      ['2022', '2023', '2024'],
    );
    const [date] = await ask('meipi/timeline', { textDocument: { uri }, year: '2024' });
    assert.deepEqual([date?.norm, date?.display, date?.count], ['2024-01-02', '2024-01-02 Tuesday', 1]);
    assert.equal((await ask('meipi/mentions', { entity: date?.id ?? '' })).rows[0]?.surface, '2024年1月2日');
  });

  it('put a quarter where it begins', async () => {
    const quarters = 'file:///meipi-test/quarters.policy.txt';
    await client.open(quarters, '2024年第一季度增長。2024年5月23日開會。2024年2月1日開會。');
    const rows = await ask('meipi/timeline', { textDocument: { uri: quarters }, year: '2024' });
    assert.deepEqual(
      rows.map(({ norm }) => norm),
      ['2024-Q1', '2024-02-01', '2024-05-23'],
    );
    await client.close(quarters);
  });

  it('draw who stands with whom, and say where', async () => {
    const { nodes, edges } = await ask('meipi/graph', {});
    const person = nodes.find(({ name }) => name === '李家超');
    const body = nodes.find(({ name }) => name === '香港貿易發展局');
    assert.ok(person && body);
    const edge = edges.find(({ from, to }) => [from, to].sort().join() === [person.id, body.id].sort().join());
    assert.equal(edge?.weight, 3);
    const places = await ask('meipi/together', { from: person.id, to: body.id });
    assert.equal(places.total, 3);
    assert.ok(places.rows.every(({ surface }) => surface === '李家超'));
    const people = await ask('meipi/graph', { types: ['PERSON'], limit: 1 });
    assert.deepEqual(
      people.nodes.map(({ name }) => name),
      ['李家超'],
    );
    assert.deepEqual(people.edges, []);
  });

  it('leave out hidden types', async () => {
    client.settings = { meipi: { hiddenTypes: ['PERSON', 'DATE', 'MONEY'] } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await until(async () => (await ask('meipi/entities', { type: 'PERSON' })).total === 0);
    assert.deepEqual(await ask('meipi/timelineYears', {}), []);
    assert.equal((await ask('meipi/amounts', { type: 'MONEY' })).total, 0);
    assert.ok((await ask('meipi/graph', {})).nodes.every(({ type }) => type !== 'PERSON'));
    client.settings = {};
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await until(async () => (await ask('meipi/entities', { type: 'PERSON' })).total > 0);
  });

  it('are told when the index has changed', async () => {
    let told = 0;
    const listening = client.connection.onNotification('meipi/indexChanged', () => {
      told += 1;
    });
    await client.change(other, [{ text: '深圳市。' }]);
    await until(() => Promise.resolve(told > 0));
    listening.dispose();
  });

  async function idOf(name: string, document: string): Promise<string> {
    const { rows } = await ask('meipi/entities', { filter: name, textDocument: { uri: document } });
    return rows[0]?.id ?? '';
  }
});

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await condition()) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 25);
    });
  }
  assert.fail('the condition never came true');
}
