import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder, runMeipi } from '../support/command';

const good = '廣東省與香港貿易發展局（下稱貿發局）簽署協議。\n貿發局在珠海市設點。\n';

describe('meipi', () => {
  let folder: ReturnType<typeof makeFolder>;
  beforeEach(() => {
    folder = makeFolder({
      'good.txt': good,
      'marked.txt': `\uFEFF𠮷，廣東省。\r\n珠海市。\r\n`,
      'empty.txt': '',
      'nul.txt': '香港\n廣\0東',
      'big5.txt': Uint8Array.from([0x61, 0x0a, 0x62, 0xad, 0xbb, 0xb4, 0xe4]),
      'sub/good.txt': '广东省。\n',
    });
  });
  afterEach(() => {
    folder.remove();
  });
  const run = (...args: string[]) => runMeipi(args, { cwd: folder.path });

  it('says how it is used, and fails on what it does not know', () => {
    assert.equal(run().code, 2);
    assert.match(run('--help').out, /meipi annotate/u);
    assert.equal(run('--help').code, 0);
    assert.match(run('anotate').err, /unknown command anotate/u);
    assert.equal(run('annotate', '--colour', 'red', 'good.txt').code, 2);
    assert.match(run('annotate', '--format', 'xml', 'good.txt').err, /--format must be jsonl or brat, not xml/u);
    assert.equal(run('annotate').code, 2);
  });

  it('annotates as JSON lines, one a file, offsets in code points over the file', () => {
    const { code, out } = run('annotate', 'good.txt', 'marked.txt', 'empty.txt');
    assert.equal(code, 0);
    const files = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { file: string; mentions: { start: number; end: number; text: string }[] });
    assert.deepEqual(
      files.map(({ file }) => file),
      ['good.txt', 'marked.txt', 'empty.txt'],
    );
    for (const { file, mentions } of files) {
      const points = [...readFileSync(join(folder.path, file), 'utf8')];
      for (const { start, end, text } of mentions) assert.equal(points.slice(start, end).join(''), text);
    }
    assert.deepEqual(
      files[1]?.mentions.map(({ text }) => text),
      ['廣東省', '珠海市'],
    );
    assert.deepEqual(files[2]?.mentions, []);
  });

  it('writes brat standoff for each file, with one id for one thing in all', () => {
    const { code } = run('annotate', '--format', 'brat', '--out', 'out', 'good.txt', 'marked.txt');
    assert.equal(code, 0);
    const read = (name: string): string => readFileSync(join(folder.path, 'out', name), 'utf8');
    assert.match(
      read('marked.ann'),
      /^T1\tPLACE 3 6\t廣東省\n#1\tAnnotatorNotes T1\tid=L-guangdong\nT2\tPLACE 9 12\t珠海市\n/u,
    );
    assert.match(read('good.ann'), /AnnotatorNotes T1\tid=L-guangdong\n/u);
  });

  it('does not write two files to one name', () => {
    assert.match(
      run('annotate', '--format', 'brat', '--out', 'out', 'good.txt', 'sub/good.txt').err,
      /would be written to good\.ann/u,
    );
  });

  const bad: readonly (readonly [string, RegExp])[] = [
    ['missing.txt', /^meipi: missing\.txt: no such file\n$/u],
    ['sub', /^meipi: sub: is a folder, not a file\n$/u],
    ['nul.txt', /^meipi: nul\.txt:2:2: holds a NUL character/u],
    ['big5.txt', /^meipi: big5\.txt:2:2: not valid UTF-8/u],
  ];
  for (const [file, message] of bad) {
    it(`reports ${file} in one line, works on the others and fails`, () => {
      for (const command of file === 'sub' ? ['annotate'] : ['annotate', 'check']) {
        const { code, out, err } = run(command, file, 'good.txt');
        assert.equal(code, 2);
        assert.match(err, message);
        assert.equal(err.trim().split('\n').length, 1);
        if (command === 'annotate') assert.match(out, /good\.txt/u);
      }
    });
  }

  it('names the place of a broken glossary and of broken settings', () => {
    const other = makeFolder({ 'a.txt': good, '.meipi/glossary.yaml': '- forms: {hk: [一]}\n' });
    assert.match(
      runMeipi(['annotate', 'a.txt'], { cwd: other.path }).err,
      /^meipi: \.meipi.glossary\.yaml:1:3: the entry lacks definition\n$/u,
    );
    other.remove();
    const third = makeFolder({ 'a.txt': good, '.meipi/settings.json': '{"documents": 3}' });
    const { code, err } = runMeipi(['check', 'a.txt'], { cwd: third.path });
    assert.equal(code, 2);
    assert.match(err, /settings\.json: unusable value of meipi\.documents/u);
    third.remove();
  });

  it('knows the terms of the working folder’s glossary', () => {
    const other = makeFolder({
      'a.txt': '推動摘星工程。\n',
      '.meipi/glossary.yaml': '- id: star\n  type: POLICY\n  forms: {hk: [摘星工程]}\n  definition: {hant: 例子。}\n',
    });
    assert.match(runMeipi(['annotate', 'a.txt'], { cwd: other.path }).out, /"text":"摘星工程","id":"Y-star"/u);
    other.remove();
  });

  it('checks in text, JSON and SARIF, from files and standard input', () => {
    const json = JSON.parse(run('check', '--format', 'json', 'good.txt').out) as {
      file: string;
      findings: unknown[];
    }[];
    assert.deepEqual(
      json.map(({ file }) => file),
      ['good.txt'],
    );
    const sarif = JSON.parse(run('check', '--format', 'sarif', 'good.txt').out) as { version: string };
    assert.equal(sarif.version, '2.1.0');
    assert.equal(runMeipi(['check', '-'], { input: good }).code, 0);
    assert.equal(run('check', '--max-warnings', 'many', 'good.txt').code, 2);
  });

  it('explains a place', () => {
    assert.match(run('explain', 'good.txt:1:2').out, /PLACE 廣東省 \(columns 1–3\)\nby tagger/u);
    assert.match(run('explain', 'good.txt:99:1').err, /no such place; the file has 3 lines/u);
    assert.equal(run('explain', 'good.txt').code, 2);
  });

  it('lists what a folder names, in a table, JSON and CSV', () => {
    const { out, code, err } = run('entities', '.', '--format', 'csv');
    assert.equal(code, 2, 'files that cannot be read are no success');
    assert.match(err, /big5\.txt/u);
    assert.match(out, /^L-guangdong,PLACE,廣東省,3,3,广东省 1; 廣東省 2|廣東省 2; 广东省 1/mu);
    assert.ok((JSON.parse(run('entities', 'sub', '--format', 'json').out) as unknown[]).length === 1);
    assert.match(run('entities', 'nowhere').err, /nowhere: no such file/u);
  });

  it('finds every mention of a name by any form in either script', () => {
    assert.match(run('refs', '廣東省', 'sub').out, /sub.good\.txt:1:1\t\t广东省\t。\n/u);
    assert.equal(run('refs', '無此人', 'sub').code, 1);
  });

  it('annotates the seeds without overlap, and with the file’s own text', () => {
    const { out } = runMeipi(['annotate', ...readdirSync('seeds').map((name) => join('seeds', name))]);
    for (const line of out.trim().split('\n')) {
      const { file, mentions } = JSON.parse(line) as {
        file: string;
        mentions: { start: number; end: number; text: string }[];
      };
      const points = [...readFileSync(file, 'utf8')];
      let last = 0;
      for (const { start, end, text } of mentions) {
        assert.ok(start >= last, `${file}: ${text} overlaps`);
        assert.equal(points.slice(start, end).join(''), text);
        last = end;
      }
    }
  });
});
