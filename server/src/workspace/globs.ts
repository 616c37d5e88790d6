/**
 * Whether a path (with slashes) matches a glob as editors write them: `**` crosses folders, `*` and `?` do not, `{a,b}`
 * and `[…]` choose. A glob without a leading slash matches at any depth. Accepts every string; a broken one matches nothing.
 */
export function matchesGlob(glob: string, path: string): boolean {
  return compileGlob(glob).test(path.replace(/^\/+/u, ''));
}

const compiled = new Map<string, RegExp>();

function compileGlob(glob: string): RegExp {
  const known = compiled.get(glob);
  if (known !== undefined) return known;
  const expression = toExpression(glob);
  if (compiled.size > 1000) compiled.clear();
  compiled.set(glob, expression);
  return expression;
}

function toExpression(glob: string): RegExp {
  const anywhere = !glob.startsWith('/') || glob.startsWith('/**/');
  const bare = glob
    .replace(/^\/+/u, '')
    .replace(/^(?:\*\*\/)+/u, '')
    .slice(0, 500);
  try {
    return new RegExp(`^${anywhere ? '(?:.*/)?' : ''}${translate(bare)}$`, 'u');
  } catch {
    return /^(?!)/u;
  }
}

function translate(glob: string): string {
  let out = '';
  let depth = 0;
  for (let at = 0; at < glob.length; at += 1) {
    const mark = glob.charAt(at);
    if (mark === '*') {
      const isDouble = glob.charAt(at + 1) === '*';
      while (glob.charAt(at + 1) === '*') at += 1;
      if (!isDouble) out += '[^/]*';
      else if (glob.charAt(at + 1) === '/') {
        out += '(?:.*/)?';
        at += 1;
      } else out += '.*';
    } else if (mark === '?') out += '[^/]';
    else if (mark === '{' && glob.includes('}', at)) {
      out += '(?:';
      depth += 1;
    } else if (mark === '}' && depth > 0) {
      out += ')';
      depth -= 1;
    } else if (mark === ',' && depth > 0) out += '|';
    else if (mark === '[' && glob.indexOf(']', at + 2) > 0) {
      const end = glob.indexOf(']', at + 2);
      const inner = glob
        .slice(at + 1, end)
        .replace(/^!/u, '^')
        .replace(/[\\[\]]/gu, '\\$&');
      out += `[${inner}]`;
      at = end;
    } else out += mark.replace(/[\\^$.|+()[\]{}/]/gu, '\\$&');
  }
  return out + ')'.repeat(depth);
}
