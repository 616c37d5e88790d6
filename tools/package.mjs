// `npm run package`: out/meipi-VERSION-PLATFORM.vsix, holding nodejieba's binary for this platform.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './processes.mjs';
import { ensureDependencies, project } from './project.mjs';

/** Where `npm run package` writes the package of this platform. */
export function packagePath() {
  const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
  return join(project, 'out', `meipi-${version}-${platform()}.vsix`);
}

/** VS Code's name of this platform: linux-x64, alpine-arm64, darwin-arm64, win32-x64 … */
function platform() {
  const alpine = process.platform === 'linux' && existsSync('/etc/alpine-release');
  const arch = process.arch === 'arm' ? 'armhf' : process.arch;
  return `${alpine ? 'alpine' : process.platform}-${arch}`;
}

/** The README for the page of the installed extension, where pictures beside it cannot be shown. */
function writeReadme() {
  const text = readFileSync(join(project, 'README.md'), 'utf8');
  const path = join(project, 'out/README.md');
  writeFileSync(path, text.replace(/<!-- pictures -->[^]*?<!-- \/pictures -->\n/gu, ''));
  return 'out/README.md';
}

/** Builds and packs; gives the path of the package. */
export async function makePackage() {
  await ensureDependencies();
  const path = packagePath();
  mkdirSync(join(project, 'out'), { recursive: true });
  await run(process.execPath, ['tools/build.mjs', '--clean', '--minify'], { cwd: project });
  const vsce = join(project, 'node_modules/@vscode/vsce/vsce');
  await run(
    process.execPath,
    [
      vsce,
      'package',
      '--target',
      platform(),
      '--out',
      path,
      '--allow-missing-repository',
      '--skip-license',
      '--no-rewrite-relative-links',
      '--readme-path',
      writeReadme(),
    ],
    { cwd: project },
  );
  return path;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await makePackage();
