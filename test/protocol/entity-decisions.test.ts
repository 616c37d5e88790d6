import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  CodeAction,
  Location,
  PublishDiagnosticsParams,
  Range,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { DecisionDraft, DecisionParams, EntityRow, Page, Status } from '../../server/src/features/protocol';
import { makeFolder } from '../support/command';
import { editorCapabilities, LanguageClient, placeOf } from '../support/language-client';

const one = '商務部與外交部今日開會。\n商務部說，財政部同意。\n';
const two = '商务部到访。\n';
const full = '香港貿易發展局（下稱貿發局）開會。貿發局與商務部座談。\n';

describe('decisions on entities', () => {
  let client: LanguageClient;
  let folder: ReturnType<typeof makeFolder>;
  let entitiesPath: string;
  const uriOf = (name: string): string => pathToFileURL(join(folder.path, name)).href;

  before(async () => {
    folder = makeFolder({ 'one.policy.txt': one, 'sub/two.policy.txt': two, 'full.policy.txt': full });
    entitiesPath = join(folder.path, '.meipi', 'entities.yaml');
    client = await LanguageClient.start({
      folders: [pathToFileURL(folder.path).href],
      initializationOptions: { locale: 'en', commands: [] },
    });
    await client.open(uriOf('one.policy.txt'), one);
    await until(async () => (await entities()).some(({ files }) => files === 3));
  });
  afterEach(async () => {
    rmSync(entitiesPath, { force: true });
    await tell();
    await until(async () => (await references('外交部')) === 1 && (await references('商務部')) === 4);
  });
  after(async () => {
    await client.stop();
    folder.remove();
  });

  const entities = async (): Promise<readonly EntityRow[]> =>
    (await client.request<Page<EntityRow>>('meipi/entities', { type: 'ORGANISATION' })).rows;
  const named = async (surface: string): Promise<EntityRow> => {
    const found = (await entities()).find(({ forms }) => forms.some((form) => form.surface === surface));
    assert.ok(found, surface);
    return found;
  };
  const references = async (name: string): Promise<number> =>
    (
      await client.at<Location[]>('textDocument/references', uriOf('one.policy.txt'), placeOf(one, name).start, {
        context: { includeDeclaration: true },
      })
    ).length;
  const decide = (params: Omit<DecisionParams, 'type'>): Promise<DecisionDraft> =>
    client.request('meipi/decideEntity', { type: 'ORGANISATION', ...params });
  /** Does to the disk what the edit says, as an editor would, and tells the server. */
  const apply = async (edit: WorkspaceEdit): Promise<void> => {
    mkdirSync(dirname(entitiesPath), { recursive: true });
    for (const change of edit.documentChanges ?? []) {
      if ('kind' in change) writeFileSync(entitiesPath, '', { flag: 'a' });
      else
        writeFileSync(
          entitiesPath,
          change.edits.reduce((text, each) => edited(text, each as TextEdit), readFileSync(entitiesPath, 'utf8')),
        );
    }
    await tell();
  };
  const tell = (): Promise<void> =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: pathToFileURL(entitiesPath).href, type: 2 }],
    });

  it('merge, in the documents of the editor and of the disk, and can be taken back by deleting their block', async () => {
    const [commerce, foreign] = [await references('商務部'), await references('外交部')];
    assert.deepEqual([commerce, foreign], [4, 1]);
    const draft = await decide({ kind: 'same', names: ['商務部', '外交部'] });
    assert.equal(draft.uri, pathToFileURL(entitiesPath).href);
    await apply(draft.edit);
    await until(async () => (await references('外交部')) === 5);
    assert.equal(await references('商務部'), 5);
    assert.ok(client.refreshes.includes('workspace/codeLens/refresh'));

    const second = await decide({ kind: 'name', names: ['商務部'], name: '商務與外交' });
    await apply(second.edit);
    await until(async () => (await named('外交部')).name === '商務與外交');
    writeFileSync(entitiesPath, '');
    await tell();
    await until(async () => (await references('外交部')) === 1);
    assert.equal((await named('外交部')).name, '外交部');
  });

  it('keep a short name apart, everywhere or in one document', async () => {
    const before = await named('貿發局');
    assert.equal(before.name, '香港貿易發展局');
    await apply((await decide({ kind: 'apart', names: ['香港貿易發展局', '貿發局'] })).edit);
    await until(async () => (await named('貿發局')).name === '貿發局');
    assert.notEqual((await named('貿發局')).id, (await named('香港貿易發展局')).id);

    const textDocument = { uri: uriOf('sub/two.policy.txt') };
    await apply((await decide({ kind: 'apart', names: ['商務部'], textDocument, onlyHere: true })).edit);
    await until(async () => (await references('商務部')) === 3);
    assert.match(readFileSync(entitiesPath, 'utf8'), /in:\n {4}- sub\/two\.policy\.txt/u);
  });

  it('take out what they contradict', async () => {
    await apply((await decide({ kind: 'same', names: ['商務部', '外交部'] })).edit);
    await until(async () => (await references('外交部')) === 5);
    await apply((await decide({ kind: 'apart', names: ['商務部', '外交部'] })).edit);
    await until(async () => (await references('外交部')) === 1);
    assert.doesNotMatch(readFileSync(entitiesPath, 'utf8'), /same/u);
  });

  it('are refused with a sentence where they cannot be written', async () => {
    await assert.rejects(decide({ kind: 'same', names: ['商務部', ' '] }), /no name here/u);
    await assert.rejects(decide({ kind: 'name', names: ['商務部'], name: ' ' }), /no name here/u);
    mkdirSync(dirname(entitiesPath), { recursive: true });
    writeFileSync(entitiesPath, '- same: [');
    await assert.rejects(decide({ kind: 'same', names: ['商務部', '外交部'] }), /entities\.yaml cannot be added to/u);
    const homeless = await LanguageClient.start();
    await assert.rejects(
      homeless.request('meipi/decideEntity', { kind: 'same', type: 'PERSON', names: ['甲', '乙'] }),
      /workspace folder/u,
    );
    await homeless.stop();
  });

  it('with a fault are shown at its place, told once, and what held before still holds', async () => {
    await apply((await decide({ kind: 'same', names: ['商務部', '外交部'] })).edit);
    await until(async () => (await references('外交部')) === 5);
    writeFileSync(entitiesPath, `${readFileSync(entitiesPath, 'utf8')}- same: [財政部\n`);
    await tell();
    const uri = pathToFileURL(entitiesPath).href;
    const faults = (): PublishDiagnosticsParams['diagnostics'] =>
      client.published.filter((each) => each.uri === uri).at(-1)?.diagnostics ?? [];
    await until(() => faults().length > 0);
    assert.equal(faults()[0]?.range.start.line, 5);
    assert.equal(await references('外交部'), 5);
    const { problems } = await client.of<Status>('meipi/status', uriOf('one.policy.txt'));
    assert.match(problems.join('\n'), /entities\.yaml:6:/u);
    await tell();
    await tell();
    assert.equal(client.messages.filter((message) => message.includes('entities.yaml')).length, 1);

    const fixed = [
      '- apart: [商務部, 外交部]',
      '  type: ORGANISATION',
      '- same: [商務部, 外交部]',
      '  type: ORGANISATION',
      '',
    ].join('\n');
    writeFileSync(entitiesPath, fixed);
    await tell();
    await until(() => faults().some(({ message }) => String(message).includes('keep these names apart')));
    assert.equal(faults()[0]?.range.start.line, 2);
    assert.equal(await references('外交部'), 1);
    rmSync(entitiesPath);
    await tell();
    await until(() => faults().length === 0);
  });

  it('are offered as edits on a name when actions are asked for', async () => {
    const uri = uriOf('full.policy.txt');
    await client.open(uri, full);
    const range = placeOf(full, '貿發局與');
    const at = { range: { start: range.start, end: range.start } };
    const ask = (triggerKind: number): Promise<CodeAction[]> =>
      client.of('textDocument/codeAction', uri, {
        ...at,
        context: { diagnostics: [], only: ['refactor'], triggerKind },
      });
    assert.deepEqual(await ask(2), []);
    const actions = await ask(1);
    const action = actions.find(({ title }) => title === '“貿發局” is not 香港貿易發展局');
    assert.ok(action?.edit, actions.map(({ title }) => title).join('\n'));
    await apply(action.edit);
    await until(async () => (await named('貿發局')).name === '貿發局');
    const again = await ask(1);
    const merging = again.find(({ title }) => title === '“貿發局” is the same as 香港貿易發展局');
    assert.ok(merging?.edit, again.map(({ title }) => title).join('\n'));
    await apply(merging.edit);
    await until(async () => (await named('貿發局')).name === '香港貿易發展局');
  });
});

describe('decisions on entities for clients with commands', () => {
  it('are commands on the name under the caret, and nothing elsewhere', async () => {
    const folder = makeFolder({});
    const client = await LanguageClient.start({
      capabilities: editorCapabilities,
      folders: [pathToFileURL(folder.path).href],
      initializationOptions: { locale: 'en', commands: ['meipi.entity.sameAs'] },
    });
    const uri = pathToFileURL(join(folder.path, 'a.policy.txt')).href;
    await client.open(uri, one);
    const actionsAt = async (words: string): Promise<readonly string[]> => {
      const { start } = placeOf(one, words);
      const context = { diagnostics: [], only: ['refactor'] };
      const actions = await client.of<CodeAction[]>('textDocument/codeAction', uri, {
        range: { start, end: start },
        context,
      });
      return actions.map(({ command }) => command?.command ?? '');
    };
    assert.deepEqual(await actionsAt('財政部'), [
      'meipi.entity.sameAs',
      'meipi.entity.notTheSame',
      'meipi.entity.name',
    ]);
    assert.deepEqual(await actionsAt('今日'), []);
    assert.deepEqual(await actionsAt('意。'), []);
    await client.stop();
    folder.remove();
  });
});

function edited(text: string, { range, newText }: TextEdit): string {
  const lines = text.split('\n');
  const offset = ({ line, character }: Range['start']): number =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
  return text.slice(0, offset(range.start)) + newText + text.slice(offset(range.end));
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await condition()) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 25);
    });
  }
  assert.fail('the condition never came true');
}
