import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { performance } from 'node:perf_hooks';

/** Medians and 95th percentiles of a figure taken many times, in milliseconds. */
export interface Spread {
  readonly median: number;
  readonly p95: number;
  readonly rounds: number;
}

export function spreadOf(times: readonly number[]): Spread {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { median: at(0.5), p95: at(0.95), rounds: sorted.length };
}

/** Milliseconds that `run` takes, round by round; the first `warm` rounds do not count. */
export async function timed(rounds: number, run: (round: number) => unknown, warm = 0): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = -warm; round < rounds; round += 1) {
    const start = performance.now();
    await run(round);
    if (round >= 0) times.push(performance.now() - start);
  }
  return times;
}

/** What the figures were taken on. */
export function machine(): string {
  return `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}, ${process.platform}`;
}

/** One line of the table. `held`: whether the shape or ratio that the line promises holds; absent where it promises none. */
export interface Line {
  readonly name: string;
  readonly figure: string;
  readonly shape?: 'linear' | 'flat';
  readonly ceiling?: string;
  readonly held?: boolean;
}

export const ms = (time: number): string => `${time < 10 ? time.toFixed(2) : time.toFixed(0)} ms`;

/** What a process holds in memory, on Linux; 0 elsewhere. */
export function residentMegabytes(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Math.round(Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}
