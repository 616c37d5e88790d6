import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Status } from '../../server/src/features/protocol';
import { LanguageClient } from '../support/language-client';

/** Writes a line for every way out to a network that somebody takes, and bars it. */
const bar = (log: string): string => `
const { appendFileSync } = require('node:fs');
const barred = (name) => () => { appendFileSync(${JSON.stringify(log)}, name + '\\n'); throw new Error(name + ' is barred'); };
const net = require('node:net');
net.Socket.prototype.connect = barred('net.connect');
net.Server.prototype.listen = barred('net.listen');
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) require('node:dns')[name] = barred('dns.' + name);
for (const module of ['http', 'https']) for (const name of ['request', 'get']) require('node:' + module)[name] = barred(module + '.' + name);
require('node:tls').connect = barred('tls.connect');
require('node:dgram').createSocket = barred('dgram.createSocket');
require('node:http2').connect = barred('http2.connect');
globalThis.fetch = barred('fetch');
globalThis.WebSocket = barred('WebSocket');
`;

describe('the network', function () {
  this.timeout(60_000);
  let folder: string;
  let log: string;
  let barrier: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'meipi-network-'));
    log = join(folder, 'taken.log');
    barrier = join(folder, 'bar.cjs');
    writeFileSync(barrier, bar(log));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const taken = (): string => (existsSync(log) ? readFileSync(log, 'utf8') : '');

  it('is barred by this test in earnest', () => {
    const tried = spawnSync(process.execPath, ['--require', barrier, '-e', "fetch('http://127.0.0.1')"]);
    assert.notEqual(tried.status, 0);
    assert.equal(taken(), 'fetch\n');
  });

  it('is not touched by a server that does all it can', async () => {
    const client = await LanguageClient.start({
      nodeOptions: ['--require', barrier],
      folders: [pathToFileURL('seeds').href],
      initializationOptions: { locale: 'en', storage: join(folder, 'storage') },
    });
    const uri = 'file:///network/a.policy.txt';
    await client.open(uri, '香港與浙江落實一國兩制，見 https://example.org/a 和 http://example.org。\n\n附件1');
    for (;;) {
      const { index } = await client.of<Status>('meipi/status', uri);
      if (index.total > 0 && index.done === index.total) break;
      await new Promise((done) => setTimeout(done, 100));
    }
    const position = { line: 0, character: 8 };
    for (const method of [
      'hover',
      'definition',
      'completion',
      'documentHighlight',
      'selectionRange',
      'rename',
      'references',
    ])
      await client
        .at(`textDocument/${method}`, uri, position, {
          positions: [position],
          newName: '新',
          context: { includeDeclaration: true },
        })
        .catch(() => undefined);
    for (const method of [
      'semanticTokens/full',
      'diagnostic',
      'documentSymbol',
      'foldingRange',
      'documentLink',
      'codeLens',
    ])
      await client.of(`textDocument/${method}`, uri).catch(() => undefined);
    await client.request('workspace/symbol', { query: '香港' });
    assert.equal(await client.stop(), 0);
    assert.equal(taken(), '');
  });

  it('is not touched by the commands', () => {
    for (const args of [
      ['check', 'seeds'],
      ['annotate', 'seeds/000_e5b44334d2deef9e.txt'],
      ['entities', 'seeds'],
      ['refs', '香港', 'seeds'],
    ]) {
      const run = spawnSync(process.execPath, ['--require', barrier, 'dist/cli.js', ...args], { encoding: 'utf8' });
      assert.ok(run.status === 0 || run.status === 1, `${args.join(' ')}: ${run.stderr}`);
    }
    assert.equal(taken(), '');
  });

  it('has no client in what ships', () => {
    for (const name of readdirSync('dist').filter((file) => file.endsWith('.js'))) {
      const code = readFileSync(join('dist', name), 'utf8');
      assert.doesNotMatch(code, /require\("(?:node:)?(?:https?|http2|tls|dgram|dns)"\)/u, name);
    }
    for (const name of readdirSync('dist/views').filter((file) => file.endsWith('.js')))
      assert.doesNotMatch(
        readFileSync(join('dist/views', name), 'utf8'),
        /\bXMLHttpRequest\b|\bfetch\(|\bWebSocket\b/u,
        name,
      );
  });
});
