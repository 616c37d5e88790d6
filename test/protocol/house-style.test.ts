import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeFolder } from '../support/command';
import { LanguageClient } from '../support/language-client';

const text = '隨著經濟發展，部門採購軟體與“一帶一路”的設備，加入 WTO 的公司受惠。\n';

describe('the house style of a folder', () => {
  let folder: ReturnType<typeof makeFolder>;
  let client: LanguageClient | undefined;
  let home: string;
  let uri: string;
  beforeEach(() => {
    folder = makeFolder({ 'a.txt': text });
    home = pathToFileURL(folder.path).href;
    uri = `${home}/a.txt`;
  });
  afterEach(async () => {
    await client?.stop();
    folder.remove();
  });
  const start = async (settings: object): Promise<LanguageClient> => {
    client = await LanguageClient.start({ folders: [home], settings: { meipi: settings } });
    await client.open(uri, text);
    return client;
  };
  const writeConfig = (config: string): void => {
    mkdirSync(join(folder.path, '.meipi'));
    writeFileSync(join(folder.path, '.meipi/config.yaml'), config);
  };
  const formatting = async (): Promise<readonly string[]> => {
    const edits = await client?.of<{ newText: string }[]>('textDocument/formatting', uri, {
      options: { tabSize: 2, insertSpaces: true },
    });
    return (edits ?? []).map(({ newText }) => newText);
  };
  const codes = async (): Promise<readonly string[]> => {
    const report = await client?.of<{ items: { code: string }[] }>('textDocument/diagnostic', uri);
    return (report?.items ?? []).map(({ code }) => code).sort();
  };
  const until = async <T>(ask: () => Promise<readonly T[]>, expected: readonly T[]): Promise<void> => {
    for (let left = 100; left > 0; left -= 1) {
      if (JSON.stringify(await ask()) === JSON.stringify(expected)) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    assert.deepEqual(await ask(), expected);
  };

  it('stands in config.yaml, with severities and blanks, and holds for checks and formatting', async () => {
    writeConfig('houseStyle: HK\nrules:\n  regional-wording: information\nformatting:\n  spacing: remove\n');
    await start({});
    await until(codes, ['character-variant', 'mixed-quotes', 'regional-wording']);
    await until(formatting, ['「', '」', '', '']);
  });

  it('gives way to what the user set', async () => {
    writeConfig('houseStyle: HK\nrules:\n  mixed-quotes: off\nformatting:\n  spacing: remove\n');
    await start({ houseStyle: 'CN', formatting: { spacing: 'add' } });
    await until(codes, ['character-variant']);
    await until(formatting, []);
  });

  it('is silent when formatting is switched off', async () => {
    await start({ houseStyle: 'HK', formatting: { enable: false } });
    await until(codes, ['character-variant', 'mixed-quotes']);
    assert.deepEqual(await formatting(), []);
  });
});
