import assert from 'node:assert/strict';
import { features } from '../../server/src/server';
import { createDice, generateArticle, type Dice } from '../support/generated-text';
import { chosenSeed, scaled } from '../support/scale';
import { Wire, type Answer } from './wire';

const uri = 'file:///meipi-test/paper.txt';
const text = '2023年6月26日，香港貿易發展局（下稱貿發局）在杭州市宣布，撥款逾60億元支持項目。\n貿發局主席王小明致辭。';
const methods = [...features.map(({ method }) => method), 'meipi/status', 'meipi/toggle'];

describe('the protocol, used wrongly', function () {
  this.timeout(scaled(60_000, 600_000));
  let wire: Wire;

  beforeEach(() => {
    wire = new Wire();
  });
  afterEach(() => {
    wire.kill();
  });

  /** The server still does what it is for. */
  async function assertServing(): Promise<void> {
    const fresh = `${uri}.${String(Math.floor(performance.now()))}`;
    wire.open(fresh, text);
    const hover = await wire.ask('textDocument/hover', {
      textDocument: { uri: fresh },
      position: { line: 0, character: 14 },
    });
    assert.match(JSON.stringify(hover.result), /香港貿易發展局/u, JSON.stringify(hover.error));
  }

  it('answers requests before initialize with the error for it, and none of their kind after', async () => {
    wire.notify('initialized', {});
    wire.open(uri, text);
    for (const method of methods) {
      const { error } = await wire.ask(method, { textDocument: { uri } });
      assert.equal(error?.code, -32002, method);
    }
    await wire.initialize();
    await assertServing();
  });

  it('takes initialize once', async () => {
    await wire.initialize();
    const { error } = await wire.ask('initialize', { processId: null, rootUri: null, capabilities: {} });
    assert.equal(error?.code, -32600);
    await assertServing();
  });

  it('answers requests after shutdown with an error, then exits with 0', async () => {
    await wire.initialize();
    await assertServing();
    assert.equal((await wire.ask('shutdown')).result, null);
    for (const method of methods) {
      assert.equal((await wire.ask(method, { textDocument: { uri } })).error?.code, -32600, method);
    }
    wire.open(uri, text);
    wire.notify('exit');
    assert.equal(await wire.exited, 0);
  });

  it('exits with 1 when it is told to without shutdown', async () => {
    await wire.initialize();
    wire.notify('exit');
    assert.equal(await wire.exited, 1);
  });

  it('has nothing to say about documents that it does not know', async () => {
    await wire.initialize();
    const position = { line: 0, character: 0 };
    const range = { start: position, end: position };
    for (const unknown of ['file:///nowhere.txt', 'untitled:Untitled-1', 'file:///%zz', 'http://a', '', '\ud800']) {
      for (const { method } of features) {
        const params = {
          textDocument: { uri: unknown },
          position,
          range,
          positions: [position],
          context: {},
          newName: '新',
        };
        const { error } = await wire.ask(method, { ...params, previousResultIds: [], query: '' });
        assert.ok(error === undefined || error.code !== -32603, `${method} of ${unknown}: ${String(error?.message)}`);
      }
      wire.notify('textDocument/didChange', { textDocument: { uri: unknown, version: 2 }, contentChanges: [{ text }] });
      wire.notify('textDocument/didClose', { textDocument: { uri: unknown } });
    }
    await assertServing();
  });

  it('answers at positions out of range as at the nearest place', async () => {
    await wire.initialize();
    wire.open(uri, text);
    const far = 2 ** 31 - 1;
    for (const [line, character] of [
      [-1, -1],
      [0, far],
      [1, far],
      [far, far],
      [far, 0],
      [2, 0],
    ] as const) {
      const position = { line, character };
      const range = { start: position, end: { line: far, character: far } };
      for (const { method } of features) {
        const params = { textDocument: { uri }, position, range, positions: [position], newName: '新局', query: '' };
        const { error } = await wire.ask(method, { ...params, context: { diagnostics: [] }, previousResultIds: [] });
        assert.ok(
          error === undefined || error.code !== -32603,
          `${method} at ${line}:${character}: ${String(error?.message)}`,
        );
      }
      const backwards = { start: { line: far, character: far }, end: position };
      wire.notify('textDocument/didChange', {
        textDocument: { uri, version: 2 },
        contentChanges: [
          { range: backwards, text: '' },
          { range: { start: position, end: position }, text: '' },
        ],
      });
    }
    await assertServing();
  });

  it('names the parameter that has no usable shape', async () => {
    await wire.initialize();
    wire.open(uri, text);
    const position = { line: 0, character: 0 };
    for (const params of [
      { position },
      { textDocument: 'paper', position },
      { textDocument: { uri: 5 }, position },
      { textDocument: { uri }, position: { line: '0', character: 0 } },
      { textDocument: { uri }, position: { line: 0.5, character: 0 } },
      { textDocument: { uri }, position: null },
      [uri, position],
    ]) {
      const { error } = await wire.ask('textDocument/hover', params);
      assert.equal(error?.code, -32602, JSON.stringify(params));
    }
    await assertServing();
  });

  it('survives messages that are none', async () => {
    await wire.initialize();
    for (const body of ['{', 'null', '[]', '7', '{"jsonrpc":"2.0"}', '{"jsonrpc":"2.0","id":{},"method":7}', '\ufffd'])
      wire.write(body);
    wire.send([{ jsonrpc: '2.0', id: 1, method: 'textDocument/hover' }]);
    wire.send({ jsonrpc: '2.0', id: 5_000_000, result: { for: 'nobody' } });
    wire.notify('textDocument/didOpen', { textDocument: {} });
    wire.notify('textDocument/didOpen');
    wire.notify('textDocument/didChange', { textDocument: { uri, version: 'x' }, contentChanges: 'no' });
    wire.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: 'file:///%zz.txt', type: 1 }, { type: 9 }] });
    wire.notify('workspace/didChangeConfiguration', { settings: { meipi: [] } });
    wire.notify('$/cancelRequest', { id: 'never sent' });
    wire.notify('$/setTrace', { value: 'loud' });
    wire.notify('no/such/thing', { of: 'ours' });
    assert.equal((await wire.ask('no/such/request', {})).error?.code, -32601);
    await assertServing();
  });

  it('answers each of many requests that are cancelled or share an id', async () => {
    await wire.initialize();
    wire.open(uri, text);
    const answers: Promise<Answer>[] = [];
    for (let number = 1; number <= 200; number += 1) {
      wire.send({
        jsonrpc: '2.0',
        id: number,
        method: 'textDocument/hover',
        params: { textDocument: { uri }, position: { line: 0, character: number % 30 } },
      });
      if (number % 2 === 0) wire.notify('$/cancelRequest', { id: number });
      answers.push(wire.answerTo(number));
    }
    for (const { error } of await Promise.all(answers)) assert.ok(error === undefined || error.code === -32800);
    const status = { textDocument: { uri } };
    const same = await Promise.all([1, 2, 3].map(() => wire.ask('meipi/status', status)));
    for (const { result } of same) assert.deepEqual(result, same[0]?.result);
    // An id that is in use already is against the protocol: one answer for all that bear it is enough, silence is not.
    for (let count = 0; count < 5; count += 1)
      wire.send({ jsonrpc: '2.0', id: 'used', method: 'meipi/status', params: status });
    assert.ok('result' in (await wire.answerTo('used')));
    await assertServing();
  });

  it('serves the last of 1,000 documents opened at once, and forgets them when they are closed', async () => {
    await wire.initialize();
    const dice = createDice(7);
    const article = generateArticle(dice);
    for (let number = 0; number < 1000; number += 1) wire.open(`${uri}.${number}`, `${article}\n第${number}份`);
    const tokens = await wire.ask('textDocument/semanticTokens/full', { textDocument: { uri: `${uri}.999` } });
    assert.ok(Array.isArray((tokens.result as { data: unknown }).data));
    for (let number = 0; number < 1000; number += 1)
      wire.notify('textDocument/didClose', { textDocument: { uri: `${uri}.${number}` } });
    const { result } = await wire.ask('workspace/symbol', { query: '' });
    assert.deepEqual(result, []);
    await assertServing();
  });

  it('never ends under a storm of random messages', async () => {
    const seed = chosenSeed(4711);
    const dice = createDice(seed);
    await wire.initialize({ capabilities: dice.roll(2) === 0 ? {} : { workspace: { configuration: true } } });
    const answers: Promise<Answer>[] = [];
    for (let count = 0; count < scaled(500, 20_000); count += 1) {
      if (dice.roll(3) === 0) answers.push(wire.ask(dice.pick(methods), randomParams(dice)));
      else wire.notify(dice.pick(notifications), randomParams(dice));
      if (count % 50 === 49) await Promise.all(answers.splice(0));
    }
    for (const answer of await Promise.all(answers)) {
      assert.notEqual(answer.error?.message, 'the server has ended', `MEIPI_SEED=${seed}`);
    }
    await assertServing();
  });

  it('opens no socket, whatever its command line says', async () => {
    const other = new Wire(['--socket=9', '--stdio']);
    assert.notEqual(await other.exited, 0);
  });
});

const notifications = [
  ...['textDocument/didOpen', 'textDocument/didChange', 'textDocument/didClose', 'textDocument/didChange'],
  ...['workspace/didChangeWatchedFiles', 'workspace/didChangeConfiguration', '$/cancelRequest', 'initialized'],
];

function randomParams(dice: Dice): unknown {
  const value = (): unknown =>
    dice.pick<unknown>([0, 1, -1, 2 ** 31, 1.5, '', '香港', null, true, [], {}, '\ud842', { uri }]);
  const position = (): unknown =>
    dice.roll(6) === 0 ? value() : { line: dice.roll(4), character: dice.pick([0, 1, 9, 40, -3, 2 ** 31 - 1]) };
  const range = (): unknown => (dice.roll(6) === 0 ? value() : { start: position(), end: position() });
  const document = {
    uri: dice.pick([uri, uri, `${uri}.b`, 'untitled:a', '']),
    languageId: 'zh-policy',
    version: dice.roll(9),
    text: dice.pick([text, '', '\r\n\r']),
  };
  const all: Record<string, unknown> = {
    textDocument: document,
    position: position(),
    positions: [position(), position()],
    range: range(),
    context: { diagnostics: [], includeDeclaration: dice.roll(2) === 0 },
    contentChanges: [
      dice.roll(3) === 0 ? { text } : { range: range(), text: dice.pick(['王小明', '\n', '', '\ud842', '，']) },
    ],
    newName: '新局',
    query: dice.pick(['', '香港', 'xg', '𠮷']),
    previousResultIds: [],
    changes: [{ uri, type: 1 + dice.roll(3) }],
    settings: { meipi: { enable: dice.roll(9) > 0, hiddenTypes: value() } },
    scope: dice.pick(['file', 'everywhere', 7]),
    on: true,
    offset: 0,
    limit: 20,
  };
  if (dice.roll(4) === 0) all[dice.pick(Object.keys(all))] = undefined;
  if (dice.roll(4) === 0) all[dice.pick(Object.keys(all))] = value();
  return dice.roll(30) === 0 ? value() : all;
}
