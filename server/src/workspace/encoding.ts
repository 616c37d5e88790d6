/** A file's text with the encoding it was read in. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';
}

/**
 * The text of a file in whichever encoding it is: by byte order mark, as UTF-8 where it is valid, else as UTF-16 without a
 * mark, GB18030 or Big5, whichever gives the more usual Chinese. `undefined` for what is no text. A mark is left out.
 */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return finish(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return finish(bytes, 'utf-16be');
  const utf8 = tryDecode(bytes, 'utf-8');
  if (utf8 !== undefined) return utf8.includes('\0') ? undefined : { text: utf8, encoding: 'utf-8' };
  if (bytes.length % 2 === 0 && hasZeroBytes(bytes)) {
    const little = finish(bytes, 'utf-16le');
    const big = finish(bytes, 'utf-16be');
    return usualness(little?.text ?? '') >= usualness(big?.text ?? '') ? little : big;
  }
  const candidates = (['gb18030', 'big5'] as const).flatMap((encoding) => finish(bytes, encoding) ?? []);
  const best = candidates.sort((a, b) => usualness(b.text) - usualness(a.text))[0];
  return best === undefined || usualness(best.text) < leastUsual ? undefined : best;
}

function finish(bytes: Uint8Array, encoding: DecodedText['encoding']): DecodedText | undefined {
  const text = tryDecode(bytes, encoding);
  return text === undefined || text.includes('\0') ? undefined : { text, encoding };
}

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function hasZeroBytes(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 4096).includes(0);
}

/** Characters that a page of Chinese in either script can hardly do without, marks included. */
const usual = new Set(
  '的一是不了在人有我他這这中大来來上国國和地到以说說時时要就出会會年生對对自能而子那得于於着著下之過过發发後后作里用道行所然家種种事成方多經经去法學学如都同現现當当沒没動动面起看定天分還还進进好小部其些主样樣理心前開开但因只從从想實实日，。、：；「」“”（）',
);
const leastUsual = 0.05;

/** The share of usual characters among those that are not ASCII. */
function usualness(text: string): number {
  let wide = 0;
  let known = 0;
  for (const character of text.slice(0, 20_000)) {
    if (character < '\u0080') continue;
    wide += 1;
    if (usual.has(character)) known += 1;
  }
  return wide === 0 ? 0 : known / wide;
}
