/** Says how far a long run is. */
export interface Progress {
  /** What is being worked on: one line. */
  report(line: string): void;
  /** Wipes what was said. */
  end(): void;
}

/** Where progress goes: standard error, or a twin. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/**
 * One line on a terminal that is written over, from half a second on and no more than ten times a second; nothing at all
 * where nobody watches, such as in a log or behind a pipe.
 */
export function createProgress(stream: ProgressStream, now: () => number = () => performance.now()): Progress {
  let next = now() + patience;
  let isShown = false;
  return {
    report(line) {
      if (stream.isTTY !== true || now() < next) return;
      next = now() + interval;
      isShown = true;
      // Chinese characters are two columns wide: half as many surely fit into one line.
      const most = Math.max(10, Math.floor((stream.columns ?? 80) / 2) - 1);
      stream.write(`\r\u001b[K${[...line].slice(0, most).join('')}`);
    },
    end() {
      if (isShown) stream.write('\r\u001b[K');
      isShown = false;
    },
  };
}

/** Milliseconds. */
const patience = 500;
const interval = 100;
