import { parser as createParser } from 'sax';
import type { Concept } from '../lexicon/glossary';
import { Failure } from './failure';

/** What a TBX file gave: entries as a glossary file holds them, and the elements that nothing is known about. */
export interface ReadTbx {
  readonly entries: readonly Entry[];
  /** Element name (with its `type`) and number of occurrences. */
  readonly unknown: ReadonlyMap<string, number>;
}

/** A concept without its place in a file. */
export type Entry = Omit<Concept, 'origin'>;

const languages = { hk: 'zh-HK', tw: 'zh-TW', cn: 'zh-CN', en: 'en' } as const;
const scripts = { hk: 'hant', tw: 'hant', cn: 'hans', en: 'en' } as const;
const statuses = {
  preferred: 'preferredTerm-admn-sts',
  admitted: 'admittedTerm-admn-sts',
  deprecated: 'deprecatedTerm-admn-sts',
  /** The dialect has no stronger word; which of the two it is stands in the note. */
  forbidden: 'deprecatedTerm-admn-sts',
} as const;
const noteMark = 'meipi ';

/**
 * Writes entries as TBX (ISO 30042:2019, dialect TBX-Basic, style DCA). What the dialect has no category for stands as JSON
 * in a note of the entry, so that reading the file back loses nothing.
 */
export function writeTbx(entries: readonly Entry[]): string {
  const body = entries.map(writeEntry).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="zh" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader><fileDesc><sourceDesc><p>Glossary exported by Meipi</p></sourceDesc></fileDesc></tbxHeader>
  <text>
    <body>
${body}    </body>
  </text>
</tbx>
`;
}

function writeEntry(entry: Entry): string {
  const { id, forms, definition, en, category, status, ...rest } = entry;
  const sections = (Object.keys(languages) as (keyof typeof languages)[]).map((region) => {
    const terms = region === 'en' ? (en ?? []) : (forms[region] ?? []);
    const isFirst = region !== 'tw' || forms.hk === undefined;
    const meaning = isFirst ? definition[scripts[region]] : undefined;
    if (terms.length === 0 && meaning === undefined) return '';
    const lines = [
      ...(meaning === undefined
        ? []
        : [`          <descripGrp><descrip type="definition">${escape(meaning)}</descrip></descripGrp>`]),
      ...(terms.length === 0 ? [''] : terms).map((term) => {
        const note = status === undefined ? '' : `<termNote type="administrativeStatus">${statuses[status]}</termNote>`;
        return `          <termSec><term>${escape(term)}</term>${note}</termSec>`;
      }),
    ];
    return `        <langSec xml:lang="${languages[region]}">\n${lines.join('\n')}\n        </langSec>\n`;
  });
  const subject = category === undefined ? '' : `        <descrip type="subjectField">${escape(category)}</descrip>\n`;
  const note = `        <note>${escape(noteMark + JSON.stringify(status === 'forbidden' ? { ...rest, status } : rest))}</note>\n`;
  return `      <conceptEntry id="${escape(id)}">\n${subject}${note}${sections.join('')}      </conceptEntry>\n`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/gu, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark] ?? mark);
}

/** The entry that is being read. */
interface Draft {
  id: string;
  category?: string;
  status?: NonNullable<Concept['status']>;
  rest: Partial<Entry>;
  forms: { hk?: string[]; tw?: string[]; cn?: string[] };
  en: string[];
  definition: { hant?: string; hans?: string; en?: string };
}

/**
 * Reads TBX of edition 2 and of edition 1 (termEntry, langSet, tig). Elements that mean nothing here are counted and left
 * out. A document type is refused, since entities could be declared in it; so is what is no XML. Failures name file and line.
 */
export function readTbx(content: string, file: string): ReadTbx {
  const parser = createParser(true, { trim: false });
  const entries: Entry[] = [];
  const unknown = new Map<string, number>();
  const open: { name: string; type: string; text: string }[] = [];
  let draft: Draft | undefined;
  let region: keyof typeof languages | undefined;
  const fail = (reason: string): never => {
    throw new Failure(`${file}:${parser.line + 1}: ${reason}`);
  };
  parser.onerror = (error) => fail(`no well-formed XML: ${error.message.split('\n')[0] ?? ''}`);
  parser.ondoctype = () => fail('a document type is not accepted: entities could be declared in it');
  parser.onopentag = ({ name, attributes }) => {
    const attribute = (key: string): string => String(attributes[key] ?? '');
    open.push({ name, type: attribute('type'), text: '' });
    if (name === 'conceptEntry' || name === 'termEntry')
      draft = { id: attribute('id'), rest: {}, forms: {}, en: [], definition: {} };
    else if (name === 'langSec' || name === 'langSet') region = regionOf(attribute('xml:lang') || attribute('lang'));
    else if (!known.has(name)) unknown.set(name, (unknown.get(name) ?? 0) + 1);
  };
  parser.ontext = parser.oncdata = (text) => {
    const top = open.at(-1);
    if (top !== undefined) top.text += text;
  };
  parser.onclosetag = () => {
    const { name, type, text } = open.pop() ?? { name: '', type: '', text: '' };
    if (draft === undefined) return;
    if (name === 'conceptEntry' || name === 'termEntry') {
      const entry = finish(draft);
      if (entry !== undefined) entries.push(entry);
      draft = undefined;
    } else if (name === 'langSec' || name === 'langSet') region = undefined;
    else if (!take(draft, region, { name, type, text: text.trim() })) {
      const label = type === '' ? name : `${name} (${type})`;
      unknown.set(label, (unknown.get(label) ?? 0) + 1);
    }
  };
  parser.write(content).close();
  return { entries, unknown };
}

const known = new Set([
  ...[
    'tbx',
    'martif',
    'tbxHeader',
    'martifHeader',
    'fileDesc',
    'sourceDesc',
    'titleStmt',
    'title',
    'p',
    'encodingDesc',
  ],
  ...['text', 'body', 'conceptEntry', 'termEntry', 'langSec', 'langSet', 'termSec', 'tig', 'ntig', 'termGrp', 'term'],
  ...['descrip', 'descripGrp', 'note', 'termNote', 'admin'],
]);

function regionOf(language: string): keyof typeof languages | undefined {
  const name = language.toLowerCase();
  if (name.startsWith('en')) return 'en';
  if (!name.startsWith('zh')) return undefined;
  if (/hk|mo/u.test(name)) return 'hk';
  if (/tw|hant/u.test(name)) return 'tw';
  return 'cn';
}

/** Puts the content of an element where it belongs; false when it means nothing here. */
function take(
  draft: Draft,
  region: keyof typeof languages | undefined,
  { name, type, text }: { readonly name: string; readonly type: string; readonly text: string },
): boolean {
  if (name === 'term') {
    if (text === '') return true;
    if (region === 'en') draft.en.push(text);
    else if (region !== undefined) (draft.forms[region] ??= []).push(text);
    return region !== undefined;
  }
  if (name === 'descrip' && type === 'subjectField') draft.category = text;
  else if (name === 'descrip' && type === 'definition') {
    draft.definition[region === undefined ? 'en' : scripts[region]] ??= text;
  } else if (name === 'termNote' && type === 'administrativeStatus') {
    const status = (Object.keys(statuses) as (keyof typeof statuses)[]).find((each) => statuses[each] === text);
    if (status === undefined) return false;
    draft.status = status;
  } else if (name === 'note' && text.startsWith(noteMark)) {
    try {
      const {
        forms: _forms,
        definition: _definition,
        ...rest
      } = JSON.parse(text.slice(noteMark.length)) as Partial<Entry>;
      draft.rest = rest;
    } catch {
      return false;
    }
  } else return !['descrip', 'termNote', 'admin', 'note'].includes(name);
  return true;
}

/** The entry, if it has a Chinese term; a definition that is absent is left empty for the author. */
function finish(draft: Draft): Entry | undefined {
  const first = draft.forms.hk?.[0] ?? draft.forms.tw?.[0] ?? draft.forms.cn?.[0];
  if (first === undefined) return undefined;
  const { id, category, status, rest, forms, en, definition } = draft;
  return {
    ...rest,
    id: id === '' ? first : id,
    type: rest.type ?? 'CONCEPT',
    ...(category === undefined ? {} : { category }),
    forms,
    ...(en.length === 0 ? {} : { en }),
    definition: Object.keys(definition).length === 0 ? { en: 'To be written.' } : definition,
    ...(status === undefined || rest.status === 'forbidden' ? {} : { status }),
  };
}
