import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unifiedDiff } from '../../server/src/cli/diff';
import { makeFolder, runMeipi } from '../support/command';

const text = '\uFEFF代表團昨日抵達,訪問了三個城市;會議今日閉幕,雙方簽署協議。\r\n該區應發揮幅射作用。\r\n';
const mended = text.replaceAll(',', '，').replaceAll(';', '；');

describe('meipi check --fix', () => {
  let folder: ReturnType<typeof makeFolder>;
  beforeEach(() => {
    folder = makeFolder({ 'a.txt': text });
  });
  afterEach(() => {
    folder.remove();
  });
  const run = (...args: string[]) => runMeipi(['check', ...args], { cwd: folder.path });
  const read = (): string => readFileSync(join(folder.path, 'a.txt'), 'utf8');

  it('mends what is beyond doubt, keeps line ends and byte order mark, and reports the rest', () => {
    const { out } = run('--fix', 'a.txt');
    assert.equal(read(), mended);
    assert.match(out, /^a\.txt:2:6 warning typo /u);
    assert.doesNotMatch(out, /half-width/u);
  });

  it('changes nothing the second time', () => {
    run('--fix', 'a.txt');
    assert.equal(run('--fix', '--dry-run', 'a.txt').out, '');
    run('--fix', 'a.txt');
    assert.equal(read(), mended);
  });

  it('shows a diff and writes nothing with --dry-run', () => {
    const { code, out } = run('--fix', '--dry-run', 'a.txt');
    assert.equal(code, 1);
    assert.match(
      out,
      /^--- a\/a\.txt\n\+\+\+ b\/a\.txt\n@@ -1,2 \+1,2 @@\n-代表團[^\n]*\n\+代表團[^\n]*，[^\n]*\n 該區/u,
    );
    assert.equal(read(), text);
    assert.equal(run('--dry-run', 'a.txt').code, 2);
  });

  it('hands a text from standard input back', () => {
    const { out } = runMeipi(['check', '--fix', '-'], { input: text.slice(1) });
    assert.equal(out, mended.slice(1));
  });

  it('heeds ignore.yaml and config.yaml of the folder', () => {
    const own = makeFolder({
      'news/a.txt': text,
      '.meipi/ignore.yaml': '- rule: typo\n  file: news/a.txt\n  text: 幅射\n  before: 該區應發揮\n',
      '.meipi/config.yaml': 'rules:\n  half-width-punctuation: off\n',
    });
    assert.equal(runMeipi(['check', 'news/a.txt'], { cwd: own.path }).out, '');
    own.remove();
    const broken = makeFolder({ 'a.txt': text, '.meipi/config.yaml': 'rules:\n  typo: loud\n' });
    const { code, err } = runMeipi(['check', 'a.txt'], { cwd: broken.path });
    assert.equal(code, 2);
    assert.match(err, /config\.yaml: unusable value of meipi\.rules/u);
    broken.remove();
  });
});

describe('unified diff', () => {
  it('joins near changes and parts far ones', () => {
    const lines = Array.from({ length: 30 }, (_, number) => `${number}\n`);
    const changed = lines.map((line, number) => (number === 2 || number === 7 || number === 25 ? `*${line}` : line));
    const hunks = unifiedDiff('a', lines.join(''), changed.join('')).match(/^@@ .* @@$/gmu);
    assert.deepEqual(hunks, ['@@ -1,11 +1,11 @@', '@@ -23,7 +23,7 @@']);
  });

  it('tells of removed lines and of a missing line end', () => {
    assert.equal(
      unifiedDiff('a', '1\n2\n3', '1\n3'),
      '--- a/a\n+++ b/a\n@@ -1,3 +1,2 @@\n 1\n-2\n 3\n\\ No newline at end of file\n',
    );
    assert.equal(unifiedDiff('a', '1\n', '1\n'), '');
  });
});
