import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';

/** Marks the lines that are ours among those that VS Code writes to the same console. */
const ours = '\u0001';

/** The entry that VS Code calls inside its extension host: runs every suite beside this file, rejects on any failure. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, reporter: 'base' });
  const only = process.env['MEIPI_TEST_FILES'];
  const files = readdirSync(__dirname).filter((name) => name.endsWith('.test.js'));
  for (const file of files.filter((name) => !only || name.startsWith(only))) mocha.addFile(join(__dirname, file));
  const say = (text: string): void => console.info(text.replace(/^/gm, ours));
  let passed = 0;
  let failed = 0;
  await new Promise<void>((resolve) => {
    mocha
      .run(() => resolve())
      .on('pass', (test) => {
        passed += 1;
        say(`  ✔ ${test.fullTitle()} (${test.duration} ms)`);
      })
      .on('fail', (test, error: Error) => {
        failed += 1;
        say(`  ✘ ${test.fullTitle()}\n${error.stack ?? error.message}`);
      });
  });
  say(`${passed} passed, ${failed} failed`);
  if (failed > 0 || passed === 0) throw new Error(`${failed} of ${passed + failed} tests failed`);
}
