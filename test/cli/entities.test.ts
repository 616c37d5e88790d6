import assert from 'node:assert/strict';
import { makeFolder, runMeipi } from '../support/command';

const decisions = [
  '- same: [商務部, 外交部]',
  '  type: ORGANISATION',
  '',
  '- name: 兩部',
  '  of: 商務部',
  '  type: ORGANISATION',
  '',
  '- apart: 陳大文',
  '  type: PERSON',
  '  in: [sub/*]',
  '',
].join('\n');

describe('meipi with decisions on entities', () => {
  let folder: ReturnType<typeof makeFolder>;
  before(() => {
    folder = makeFolder({
      '.meipi/entities.yaml': decisions,
      'other.yaml': '- same: [商務部, 財政部]\n  type: ORGANISATION\n',
      'broken.yaml': '- same: [商務部]\n  type: ORGANISATION\n',
      'a.txt': '商務部與外交部開會，市長陳大文出席。',
      'sub/b.txt': '外交部說，市民陳大文不同意，財政部同意。',
    });
  });
  after(() => {
    folder.remove();
  });
  const run = (...args: string[]) => runMeipi(args, { cwd: folder.path });
  const idsIn = (out: string): ReadonlyMap<string, string> =>
    new Map(
      out
        .trim()
        .split('\n')
        .flatMap((line) => (JSON.parse(line) as { mentions: { text: string; id?: string }[] }).mentions)
        .flatMap(({ text, id }) => (id === undefined ? [] : [[text, id] as const])),
    );

  it('writes the ids that they give', () => {
    const ids = idsIn(run('annotate', 'a.txt').out);
    assert.equal(ids.get('商務部'), ids.get('外交部'));
    assert.notEqual(ids.get('陳大文'), idsIn(run('annotate', 'sub/b.txt').out).get('陳大文'));
  });

  it('lists and finds things as they say', () => {
    const things = JSON.parse(run('entities', '.', '--format', 'json').out) as { name: string; count: number }[];
    assert.equal(things.find(({ name }) => name === '兩部')?.count, 3);
    assert.equal(things.filter(({ name }) => name === '陳大文').length, 2);
    assert.equal(run('refs', '商务部', '.').out.trim().split('\n').length, 3);
  });

  it('takes another file when told, and stops at one with a fault', () => {
    const ids = idsIn(run('annotate', '--entities', 'other.yaml', 'a.txt', 'sub/b.txt').out);
    assert.equal(ids.get('商務部'), ids.get('財政部'));
    assert.notEqual(ids.get('商務部'), ids.get('外交部'));
    const { code, err } = run('entities', '.', '--entities', 'broken.yaml');
    assert.equal(code, 2);
    assert.match(err, /broken\.yaml:1:9: same needs two different names/u);
    assert.equal(run('check', '--entities', 'nowhere.yaml', 'a.txt').code, 2);
  });
});
