import en from '../../data/messages.en.json';
import zhCn from '../../data/messages.zh-cn.json';
import zhTw from '../../data/messages.zh-tw.json';

/** The languages in which everything is said. */
export type Locale = 'en' | 'zh-tw' | 'zh-cn';
export type MessageKey = keyof typeof en;
type Catalogue = Readonly<Record<MessageKey, string>>;

/** Says a message, with the values of its `{name}` places. */
export type Translate = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

const catalogues: Readonly<Record<Locale, Catalogue>> = { en, 'zh-tw': zhTw, 'zh-cn': zhCn };

/** A translator into one language. A place without its value stays as it is written. */
export function createTranslate(locale: Locale): Translate {
  const catalogue = catalogues[locale];
  return (key, values = {}) =>
    catalogue[key].replace(/\{(\w+)\}/gu, (place, name: string) =>
      Object.hasOwn(values, name) ? String(values[name]) : place,
    );
}

/** The nearest of the three languages to an editor's language tag: Hong Kong, Macao and Hant read 繁體. */
export function chooseLocale(tag: string | undefined): Locale {
  const lower = tag?.toLowerCase() ?? '';
  if (!lower.startsWith('zh')) return 'en';
  return /tw|hk|mo|hant/u.test(lower) ? 'zh-tw' : 'zh-cn';
}

/** The rules' name for the same language. */
export function scriptOfLocale(locale: Locale): 'en' | 'hant' | 'hans' {
  return locale === 'en' ? 'en' : locale === 'zh-tw' ? 'hant' : 'hans';
}
