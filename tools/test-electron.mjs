// `npm run test:electron`: the suites of `test/vscode` in the desktop VS Code that @vscode/test-electron downloads.
// Where it cannot be downloaded or shown this fails, and says so.
//
//   node tools/test-electron.mjs [VERSION]      stable unless another version is named
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { run } from './processes.mjs';
import { ensureDependencies, project } from './project.mjs';

await ensureDependencies();
await run(process.execPath, ['tools/build.mjs', '--test'], { cwd: project });
const version = process.argv[2] ?? 'stable';
let vscodeExecutablePath;
try {
  vscodeExecutablePath = await downloadAndUnzipVSCode({ version, cachePath: join(project, '.tools/vscode-desktop') });
} catch (error) {
  process.stderr.write(
    `Desktop VS Code (${version}) could not be downloaded, so nothing was tested: ${error.message}\n`,
  );
  process.stderr.write('`npm test` runs the same suites in VS Code in the browser.\n');
  process.exit(1);
}
const workspace = mkdtempSync(join(tmpdir(), 'mw-'));
try {
  cpSync(join(project, 'seeds'), join(workspace, 'seeds'), { recursive: true });
  process.exitCode = await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: project,
    extensionTestsPath: join(project, 'out/test/vscode/index.js'),
    launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust', '--skip-welcome'],
  });
} catch (error) {
  process.stderr.write(`The tests in desktop VS Code failed: ${error.message}\n`);
  process.exitCode = 1;
} finally {
  rmSync(workspace, { recursive: true, force: true });
}
