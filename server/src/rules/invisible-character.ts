import type { AnalyzedLine } from '../analysis/types';
import { rememberScan } from './scan';
import type { Draft, Edit, Rule } from './types';

/**
 * Characters that a reader cannot see or a program cannot compare: zero-width characters and marks of direction left by
 * web pages, compatibility ideographs and radicals left by PDF files (⼈ U+2F08 → 人, 樂 U+F914 → 樂), private-use characters
 * that show only in one font, and � where a character was lost. One notice a file for each of these kinds, at the first
 * place; private-use characters each for itself, since each stands for something else.
 *
 * The fix removes what is invisible and puts the plain ideograph for its double; both are safe. For private-use and lost
 * characters there is none.
 *
 * Spares: joiners within emoji and between letters of other scripts, variation selectors, the byte order mark at the
 * beginning, ideographs of the compatibility block that have no other form (﨑).
 */
export const invisibleCharacter: Rule = {
  id: 'invisible-character',
  group: 'text',
  severity: 'info',
  find({ analysis, say }) {
    const groups = new Map<string, { readonly sight: Sight; readonly edits: Edit[] }>();
    for (const { line, results } of scan(analysis.lines)) {
      for (const sight of results) {
        const key = sight.plain === undefined ? sight.character : sight.kind;
        const group = groups.get(key) ?? { sight, edits: [] };
        groups.set(key, group);
        const place = { line, start: sight.at, end: sight.at + sight.character.length };
        group.edits.push({ place, text: sight.plain ?? sight.character });
      }
    }
    return [...groups.values()].flatMap(({ sight, edits }): readonly Draft[] => {
      const [first] = edits;
      if (first === undefined) return [];
      const { character, kind, plain } = sight;
      const count = edits.length;
      const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
      const message = say(`invisible-character.${kind}`, { code, plain: plain ?? '', count });
      if (plain === undefined) return [{ place: first.place, message, severity: 'warning' }];
      const title = say(plain === '' ? 'invisible-character.remove' : 'invisible-character.replace', { count });
      return [
        {
          place: first.place,
          message,
          fixes: [{ title, edits, safe: true, preferred: true }],
          ...(kind === 'direction' ? { severity: 'warning' } : {}),
        },
      ];
    });
  },
};

type Kind = 'zero-width' | 'direction' | 'double' | 'private' | 'lost';

interface Sight {
  readonly at: number;
  readonly character: string;
  readonly kind: Kind;
  /** What to write instead; absent where nobody can know. */
  readonly plain?: string;
}

const scan = rememberScan<Sight>(({ text }: AnalyzedLine) =>
  suspicious.test(text)
    ? [...text.matchAll(eachSuspicious)].flatMap((match) => sightAt(text, match.index, match[0]))
    : [],
);

const suspicious =
  /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u2e80-\u2fdf\ue000-\ufaff\ufffd\u{2f800}-\u{2fa1f}\u{f0000}-\u{10fffd}]/u;
const eachSuspicious = new RegExp(suspicious.source, 'gu');

function sightAt(text: string, at: number, character: string): readonly Sight[] {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0xfffd) return [{ at, character, kind: 'lost' }];
  if ((code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000) return [{ at, character, kind: 'private' }];
  if (code >= 0x2e80) {
    if (code === 0xfeff) return [{ at, character, kind: 'zero-width', plain: '' }];
    const plain = character.normalize('NFKC');
    return plain === character ? [] : [{ at, character, kind: 'double', plain }];
  }
  const isJoiner = code === 0x200c || code === 0x200d || code === 0x00ad;
  const behindHan = /\p{Script=Han}|[，。、：；！？「」“”（）]/u.test(text.charAt(at - 1) + text.charAt(at + 1));
  if (isJoiner && !behindHan) return [];
  const isDirection = (code >= 0x202a && code <= 0x202e) || code === 0x200e || code === 0x200f || code >= 0x2066;
  return [{ at, character, kind: isDirection ? 'direction' : 'zero-width', plain: '' }];
}
