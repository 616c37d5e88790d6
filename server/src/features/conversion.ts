import type { ConverterFunction } from 'opencc-js';

export type Region = 'hk' | 'tw' | 'cn';

/**
 * Text for people in another region's characters, word by word where that matters (opencc-js). Simplified to Traditional
 * may have to choose: never used for comparing, never for personal names.
 */
export async function convertText(text: string, from: Region, to: Region): Promise<string> {
  if (from === to) return text;
  const key = `${from}-${to}`;
  const known = converters.get(key);
  if (known !== undefined) return known(text);
  const { Converter } = await import('opencc-js');
  const converter = Converter({ from, to });
  converters.set(key, converter);
  return converter(text);
}

const converters = new Map<string, ConverterFunction>();
