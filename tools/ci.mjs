// What `.ci/run` does: installs what is missing, lints, runs every suite and sums up on the last line.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const npm = (...args) =>
  spawnSync('npm', args, { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8', maxBuffer: 1 << 28 });

const installed = existsSync('node_modules/typescript') || npm('ci', '--no-audit', '--no-fund').status === 0;
const lint = installed ? npm('run', '--silent', 'lint') : { status: 1, stdout: 'npm ci failed\n' };
process.stdout.write(lint.stdout);
const tests = installed ? npm('test', '--silent') : { status: 1, stdout: '' };
const lines = tests.stdout.trimEnd().split('\n');
const closing = /^(\d+) passed, (\d+) failed$/.exec(lines.at(-1) ?? '');
process.stdout.write(`${lines.slice(0, closing ? -1 : undefined).join('\n')}\n`);
const passed = Number(closing?.[1] ?? 0) + Number(lint.status === 0);
const failed = (closing ? Number(closing[2]) : 1) + Number(lint.status !== 0);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && tests.status === 0 ? 0 : 1;
