import assert from 'node:assert/strict';
import { matchesGlob } from '../../server/src/workspace/globs';
import { createIgnore } from '../../server/src/workspace/ignore';

describe('globs', () => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ['**/*.txt', 'a/b/c.txt', true],
    ['*.txt', 'c.txt', true],
    ['*.txt', 'a/c.txt', true],
    ['/a/*.txt', 'a/b/c.txt', false],
    ['/a/**', 'a/b/c.txt', true],
    ['**/{drafts,old}/**', 'x/old/c.md', true],
    ['**/{drafts,old}/**', 'x/new/c.md', false],
    ['報告?.txt', '報告1.txt', true],
    ['[ab].txt', 'b.txt', true],
    ['[!ab].txt', 'b.txt', false],
    ['a+b(1).txt', 'a+b(1).txt', true],
    ['[', 'x', false],
    ['{a', '{a', true],
    ['**/seeds/**/*.txt', 'seeds/x.txt', true],
  ];
  for (const [glob, path, expected] of cases) {
    it(`${glob} ${expected ? 'matches' : 'does not match'} ${path}`, () => {
      assert.equal(matchesGlob(glob, path), expected);
    });
  }
});

describe('what a scan leaves out', () => {
  it('always leaves out version control and packages', () => {
    const ignore = createIgnore([]);
    assert.equal(ignore.isIgnored('.git', true), true);
    assert.equal(ignore.isIgnored('docs/node_modules', true), true);
    assert.equal(ignore.isIgnored('docs', true), false);
  });
  it('follows files.exclude', () => {
    assert.equal(createIgnore(['**/*.bak.txt']).isIgnored('a/b.bak.txt', false), true);
  });
  it('reads .gitignore: comments, folders, anchors, exceptions, and rules of inner folders', () => {
    const ignore = createIgnore([])
      .with('', '# drafts\nout/\n/top.txt\n*.log.txt\n!keep.log.txt\n')
      .with('a', 'inner.txt\n/only.txt\n');
    assert.equal(ignore.isIgnored('x/out', true), true);
    assert.equal(ignore.isIgnored('x/out', false), false);
    assert.equal(ignore.isIgnored('top.txt', false), true);
    assert.equal(ignore.isIgnored('x/top.txt', false), false);
    assert.equal(ignore.isIgnored('x/1.log.txt', false), true);
    assert.equal(ignore.isIgnored('x/keep.log.txt', false), false);
    assert.equal(ignore.isIgnored('a/b/inner.txt', false), true);
    assert.equal(ignore.isIgnored('b/inner.txt', false), false);
    assert.equal(ignore.isIgnored('a/only.txt', false), true);
    assert.equal(ignore.isIgnored('a/b/only.txt', false), false);
  });
});
