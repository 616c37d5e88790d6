// The one form of globbing that the tools need: `folder/**/*ending`, sorted.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

export function globSync(pattern) {
  const [folder, ending] = pattern.split('/**/*');
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name))
    .sort();
}
