import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';

/** The folders of the server from the top down: each may import from itself and from those behind it. */
const layers: readonly (readonly string[])[] = [
  ['node', 'cli'],
  ['session', 'server.ts'],
  ['features'],
  ['workspace'],
  ['rules'],
  ['analysis'],
  ['lexicon'],
  ['text'],
];
const pure = new Set(['rules', 'analysis', 'lexicon', 'text']);
/** Beside the layers: a table of the server's features that sessions are made with. */
const source = 'server/src';

interface Import {
  readonly file: string;
  readonly target: string;
}

function importsIn(folder: string): readonly Import[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const file = join(folder, name);
      const text = readFileSync(file, 'utf8');
      return [...text.matchAll(/^(?:import|export)[^'"]*?from '([^']+)'|^import '([^']+)'|import\('([^']+)'\)/gmu)].map(
        (match) => ({
          file,
          target: match[1] ?? match[2] ?? match[3] ?? '',
        }),
      );
    });
}

const layerOf = (path: string): string => path.slice(source.length + 1).split(sep)[0] ?? '';
const rankOf = (layer: string): number => layers.findIndex((names) => names.includes(layer));

describe('architecture', () => {
  const imports = importsIn(source);

  it('imports only downwards', () => {
    const wrong = imports
      .filter(({ target }) => target.startsWith('.'))
      .map(({ file, target }) => ({
        from: layerOf(file),
        to: layerOf(normalize(join(dirname(file), target))),
        file,
        target,
      }))
      .filter(({ from, to }) => from !== to && rankOf(`${to}.ts`) < 0 && rankOf(to) >= 0 && rankOf(to) < rankOf(from));
    assert.deepEqual(
      wrong.map(({ file, target }) => `${file} → ${target}`),
      [],
    );
  });

  it('keeps text, lexicon, analysis and rules free of Node, VS Code and the protocol', () => {
    const wrong = imports.filter(({ file, target }) => pure.has(layerOf(file)) && /^(?:node:|vscode)/u.test(target));
    assert.deepEqual(
      wrong.map(({ file, target }) => `${file} → ${target}`),
      [],
    );
  });

  it('imports Node only in the entries', () => {
    const wrong = imports.filter(
      ({ file, target }) => target.startsWith('node:') && !['node', 'cli'].includes(layerOf(file)),
    );
    assert.deepEqual(
      wrong.map(({ file, target }) => `${file} → ${target}`),
      [],
    );
  });

  it('imports vscode only in the client', () => {
    assert.deepEqual(
      imports.filter(({ target }) => target === 'vscode').map(({ file }) => file),
      [],
    );
  });

  it('lets the client take no more from the server than the protocol between them', () => {
    const wrong = importsIn('client/src').filter(
      ({ target }) => target.includes('server/src') && !target.endsWith('features/protocol'),
    );
    assert.deepEqual(
      wrong.map(({ file, target }) => `${file} → ${target}`),
      [],
    );
  });
});
