import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createProgress } from '../../server/src/cli/progress';
import { findPaths } from '../../server/src/cli/paths';
import { makeFolder, runMeipi } from '../support/command';

const wrong = '該區應發揮幅射作用，推動經濟發展。\n';

describe('the files that meipi check reads', () => {
  let folder: ReturnType<typeof makeFolder>;
  beforeEach(() => {
    folder = makeFolder({
      'a.txt': wrong,
      'papers/b.md': wrong,
      'papers/old/丙.txt': wrong,
      'papers/old/d.html': wrong,
      'papers/english.md': 'This is a paper about trade. It names 香港 once.\n',
      'papers/drafts/e.txt': wrong,
      'papers/.gitignore': 'drafts/\n',
      'papers/node_modules/f.md': wrong,
      'empty/x.html': '',
    });
  });
  afterEach(() => {
    folder.remove();
  });
  const run = (...args: string[]) => runMeipi(['check', ...args], { cwd: folder.path });
  const filesIn = (...args: string[]): readonly string[] =>
    [...new Set(run(...args).out.match(/^[^:\n]+/gmu) ?? [])].map((name) => name.replaceAll('\\', '/')).sort();

  it('are the Chinese texts of a folder, without what .gitignore leaves out', () => {
    assert.deepEqual(filesIn('papers'), ['papers/b.md', 'papers/old/丙.txt']);
    assert.deepEqual(filesIn('.'), ['a.txt', 'papers/b.md', 'papers/old/丙.txt']);
  });

  it('are those that fit a glob', () => {
    assert.deepEqual(filesIn('papers/**/*.txt'), ['papers/old/丙.txt']);
    assert.deepEqual(filesIn('papers/*.md'), ['papers/b.md']);
    assert.deepEqual(filesIn('*.txt'), ['a.txt']);
    assert.deepEqual(filesIn('**/*.{md,html}'), ['papers/b.md', 'papers/old/d.html']);
  });

  it('are those that are named, whatever they are and wherever they lie', () => {
    assert.deepEqual(filesIn('papers/drafts/e.txt', 'papers/old/d.html'), ['papers/drafts/e.txt', 'papers/old/d.html']);
  });

  it('are read once although several words stand for them', () => {
    const lines = run('a.txt', '.', './a.txt', '*.txt').out.split('\n');
    assert.equal(lines.filter((line) => line.startsWith('a.txt:')).length, 1);
  });

  it('fail in one line where there are none', () => {
    const { code, err } = run('empty', '*.rst', 'a.txt');
    assert.equal(code, 2);
    assert.equal(err, 'meipi: empty: no text file is in this folder\nmeipi: *.rst: no file matches\n');
    assert.match(run('nowhere.txt').err, /no such file/u);
  });

  it('are found for a file whose name holds a sign of globs', async () => {
    const odd = makeFolder({ '[1] 甲.txt': wrong });
    const path = `${odd.path}/[1] 甲.txt`;
    const found = await findPaths([path], () => assert.fail());
    assert.deepEqual(found, [{ path, isNamed: true }]);
    odd.remove();
  });

  it('are mended in a whole folder, and compared with each other', () => {
    const other = makeFolder({
      'x/a.txt': '代表團抵達,訪問廣州,會見代表,簽署協議。\n政制及內地事務局局長曾國衞出席，曾國衞致辭。\n',
      'x/b.txt': '會議在香港舉行。\n政制及內地事務局局長曾國衛到場，曾國衛發言。\n',
    });
    const { out } = runMeipi(['check', '--fix', 'x'], { cwd: other.path });
    assert.match(out, /^x.b\.txt:2:\d+ warning name-variant /mu);
    assert.doesNotMatch(out, /half-width/u);
    assert.match(runMeipi(['check', '--fix', '--dry-run', 'x'], { cwd: other.path }).out, /^$/u);
    other.remove();
  });

  it('come out in lines that the problem matcher of the manifest reads', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      contributes: { problemMatchers: { pattern: { regexp: string } }[] };
    };
    const pattern = new RegExp(contributes.problemMatchers[0]?.pattern.regexp ?? '(?!)', 'u');
    const [line = ''] = run('a.txt').out.split('\n');
    assert.deepEqual(pattern.exec(line)?.slice(1, 6), ['a.txt', '1', '6', 'warning', 'typo']);
  });

  it('go by the house style of config.yaml', () => {
    const own = makeFolder({
      'a.txt': '隨著經濟發展，部門採購軟體。\n',
      '.meipi/config.yaml': 'houseStyle: HK\nrules:\n  regional-wording: error\n',
    });
    const { out, code } = runMeipi(['check', '.'], { cwd: own.path });
    assert.match(out, /character-variant/u);
    assert.match(out, /error regional-wording .*軟件/u);
    assert.equal(code, 1);
    own.remove();
  });
});

describe('progress of a long run', () => {
  const shown = (isTTY: boolean, times: readonly number[]): readonly string[] => {
    const written: string[] = [];
    let now = 0;
    const progress = createProgress({ isTTY, columns: 80, write: (text) => written.push(text) }, () => now);
    for (const time of times) {
      now = time;
      progress.report(`reading ${time}`);
    }
    progress.end();
    return written;
  };

  it('is one line that is written over, after a while and not too often', () => {
    assert.deepEqual(shown(true, [0, 400, 600, 620, 800]), [
      '\r\u001b[Kreading 600',
      '\r\u001b[Kreading 800',
      '\r\u001b[K',
    ]);
  });

  it('is nothing for a short run, and where nobody watches', () => {
    assert.deepEqual(shown(true, [0, 100]), []);
    assert.deepEqual(shown(false, [0, 600, 800]), []);
  });
});
