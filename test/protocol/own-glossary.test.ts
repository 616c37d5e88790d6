import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, Diagnostic, Hover } from 'vscode-languageserver';
import { makeFolder, runMeipi } from '../support/command';
import { LanguageClient } from '../support/language-client';

const text = '各地推動夜市小店計劃，成效良好。夜市小店計劃已有三年。\n';
const entry = (definition: string): string =>
  `- id: night-stalls
  type: POLICY
  forms: { hk: [夜市小店計劃], cn: [夜市小店计划] }
  definition: { hant: ${definition} }
`;

describe('a glossary of one’s own', () => {
  let folder: ReturnType<typeof makeFolder>;
  let client: LanguageClient;
  let home: string;
  let uri: string;
  beforeEach(async () => {
    folder = makeFolder({ 'a.policy.txt': text });
    home = pathToFileURL(folder.path).href;
    uri = `${home}/a.policy.txt`;
    mkdirSync(join(folder.path, '.meipi'));
    writeFileSync(join(folder.path, '.meipi/glossary.yaml'), entry('小店晚間營業的安排。'));
    client = await LanguageClient.start({ folders: [home] });
    await client.open(uri, text);
  });
  afterEach(async () => {
    await client.stop();
    folder.remove();
  });
  const until = async (isSo: () => Promise<boolean> | boolean, what: string): Promise<void> => {
    for (let left = 150; left > 0; left -= 1) {
      if (await isSo()) return;
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    assert.fail(what);
  };
  const says = async (words: string): Promise<boolean> => {
    const hover = await client.at<Hover | null>('textDocument/hover', uri, { line: 0, character: 5 });
    return JSON.stringify(hover ?? '').includes(words);
  };
  const file = (): string => `${home}/.meipi/glossary.yaml`;
  const faults = (): readonly Diagnostic[] =>
    client.published.filter((each) => each.uri === file()).at(-1)?.diagnostics ?? [];

  it('is in force at once, and follows what is typed in it', async () => {
    await until(() => says('小店晚間營業的安排'), 'not in force');
    await client.open(file(), entry('改過的說法。'), 'yaml');
    await until(() => says('改過的說法'), 'not read anew');
  });

  it('that is broken is told of at its line, while the last good one stays in force', async () => {
    await until(() => says('小店晚間營業的安排'), 'not in force');
    await client.open(file(), `${entry('改過的說法。')}- id: b\n  forms: { hk: [甲乙丙\n`, 'yaml');
    await until(() => faults().length > 0, 'no fault');
    assert.ok([4, 5, 6].includes(faults()[0]?.range.start.line ?? -1), JSON.stringify(faults()));
    assert.ok(await says('小店晚間營業的安排'));
    assert.ok(
      client.messages.some((message) => message.includes('glossary.yaml')),
      client.messages.join(),
    );
    const told = runMeipi(['glossary', 'check', '.meipi/glossary.yaml'], { cwd: folder.path });
    assert.deepEqual([told.code, /entries, 0 faults/u.test(told.out)], [0, true]);
  });

  it('with an unknown key or a form that two entries claim is told of there, and in force for the rest', async () => {
    const broken = `${entry('改過的說法。')}  colour: red\n${entry('另一個。').replace('night-stalls', 'other')}`;
    await client.open(file(), broken, 'yaml');
    await until(() => faults().length === 3, JSON.stringify(faults()));
    assert.deepEqual(
      faults().map(({ code, range: { start } }) => `${start.line}:${start.character} ${String(code)}`),
      ['4:2 glossary/unknown-key', '7:16 glossary/duplicate-form', '7:30 glossary/duplicate-form'],
    );
    writeFileSync(join(folder.path, '.meipi/glossary.yaml'), broken);
    const told = runMeipi(['glossary', 'check', '.meipi/glossary.yaml'], { cwd: folder.path });
    assert.equal(told.code, 1);
    assert.match(told.out, /^\.meipi\/glossary\.yaml:5:3: the key colour is not known$/mu);
    assert.match(
      told.out,
      /^\.meipi\/glossary\.yaml:8:17: the form 夜市小店計劃 \(night-stalls, 1\) belongs to another/mu,
    );
  });

  it('takes up a selection by an action, as an entry with its forms in both scripts', async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 2 } };
    const actions = await client.of<CodeAction[]>('textDocument/codeAction', uri, {
      range,
      context: { diagnostics: [] },
    });
    const add = actions.find(({ title }) => title === 'Add to glossary…');
    assert.ok(add, JSON.stringify(actions.map(({ title }) => title)));
    assert.match(JSON.stringify(add.edit ?? add.command), /各地/u);
  });
});
