import type { Card, CardContext } from './card';
import type { CardForm } from './card-forms';
import { cleanText, escapeMarkdown, markdownLink } from './escape';
import type { Host } from './host';
import type { Translate } from './messages';
import type { HoverSection } from './settings';

/** How pieces of a card are written; every text from documents and glossaries goes through `text`. */
interface Writer {
  text(text: string): string;
  strong(text: string): string;
  quiet(text: string): string;
  link(label: string, target: string): string;
  readonly bullet: string;
  readonly paragraph: string;
}

/** The card as Markdown in which nothing from a document is anything but text. */
export function renderMarkdown(card: Card, host: Host): string {
  return render(card, host, {
    text: escapeMarkdown,
    strong: (text) => `**${escapeMarkdown(text)}**`,
    quiet: (text) => `*${escapeMarkdown(text)}*`,
    link: markdownLink,
    bullet: '- ',
    paragraph: '\n\n',
  });
}

/** The card for clients without Markdown. */
export function renderPlain(card: Card, host: Host): string {
  return render(card, host, {
    text: cleanText,
    strong: cleanText,
    quiet: cleanText,
    link: (label) => cleanText(label),
    bullet: '· ',
    paragraph: '\n',
  });
}

function render(card: Card, host: Host, write: Writer): string {
  const {
    t,
    settings: {
      hover: { sections },
    },
  } = host;
  const shown = (section: HoverSection, block: () => string | undefined): string | undefined =>
    sections[section] ? block() : undefined;
  const blocks = [
    `${write.strong(card.name)} · ${write.quiet(t(`type.${card.type}`))}`,
    shown('value', () => valueBlock(card, host, write)),
    shown('forms', () => formsBlock(card, host, write)),
    shown('definition', () => definitionBlock(card, host, write)),
    shown('definition', () => innerBlock(card, write)),
    shown('readings', () => readingsBlock(card, host, write)),
    shown('usage', () => card.usages.map((text) => write.text(text)).join('\n') || undefined),
    shown('offices', () => officesBlock(card, host, write)),
    shown('related', () =>
      card.related.length === 0
        ? undefined
        : `${write.text(t('hover.related'))} ${joinSome(card.related, host, write)}`,
    ),
    shown('mentions', () => mentionsBlock(card, host, write)),
  ];
  return blocks.filter((block): block is string => block !== undefined && block !== '').join(write.paragraph);
}

function valueBlock({ value, basis }: Card, { t }: Host, write: Writer): string | undefined {
  if (value === undefined) return undefined;
  const parts = [value.plain, value.weekday, value.chinese, value.english].filter((part) => part !== undefined);
  const source = basis === undefined ? '' : ` (${basisText(basis, t)})`;
  return write.text(`${parts.join(' = ')}${source}`);
}

/** What a value rests on besides its own words. */
function basisText(basis: string, t: Translate): string {
  const key = bases.find((each) => each === basis);
  return key === undefined ? basis : t(`hover.basis.${key}`);
}

const bases = ['document-date', 'related-document', 'heading-year', 'currency-defaulted', 'hk-financial-year'] as const;

function formsBlock({ forms, nameKept }: Card, { t }: Host, write: Writer): string | undefined {
  if (forms.length === 0) return nameKept ? write.quiet(t('hover.nameKept')) : undefined;
  const row = ({ regions, form, source, why, alternatives }: CardForm): string => {
    const label = regions.map((region) => t(`region.${region}`)).join(' ');
    const notes = [
      ...(source === 'converted' ? [t('hover.converted')] : []),
      ...(why === undefined ? [] : [t(`hover.why.${why}`)]),
      ...(alternatives === undefined ? [] : [t('hover.otherwise', { forms: alternatives.join('、') })]),
    ];
    return `${write.quiet(label)} ${write.text(form)}${notes.length === 0 ? '' : ` ${write.quiet(`(${notes.join(', ')})`)}`}`;
  };
  return forms.map(row).join(' · ');
}

/** Pinyin and Jyutping of the name. */
function readingsBlock({ readings }: Card, { t }: Host, write: Writer): string | undefined {
  if (readings === undefined) return undefined;
  const { mandarin, cantonese } = readings;
  return [
    `${write.quiet(t('hover.mandarin'))} ${write.text(mandarin.join(' '))}`,
    `${write.quiet(t('hover.cantonese'))} ${write.text(cantonese.join(' '))}`,
  ].join(' · ');
}

function innerBlock({ inner }: Card, write: Writer): string | undefined {
  const rows = inner.map(({ name, definition }) => `${write.bullet}${write.strong(name)} ${write.text(definition)}`);
  return rows.length === 0 ? undefined : rows.join('\n');
}

/** Who holds an office; which offices a person holds, each with the documents that say so. */
function officesBlock({ holders, offices }: Card, host: Host, write: Writer): string | undefined {
  if (holders.length > 0) return `${write.text(host.t('hover.holders'))} ${joinSome(holders, host, write)}`;
  if (offices.length === 0) return undefined;
  const rows = offices.slice(0, shownOffices).map(({ name, places }) => {
    const links = places
      .slice(0, shownPlaces)
      .map(({ uri, line }) => write.link(`${fileName(uri)}:${line + 1}`, `${uri}#L${line + 1}`));
    const more =
      places.length > links.length ? [write.text(host.t('hover.more', { count: places.length - links.length }))] : [];
    return `${write.bullet}${write.text(name)} ${[...links, ...more].join(', ')}`;
  });
  if (offices.length > rows.length)
    rows.push(`${write.bullet}${write.text(host.t('hover.more', { count: offices.length - rows.length }))}`);
  return [write.text(host.t('hover.offices')), ...rows].join('\n');
}

const shownOffices = 5;
const shownPlaces = 3;

function definitionBlock({ definitions, concept }: Card, { t }: Host, write: Writer): string | undefined {
  if (definitions.length === 0) return undefined;
  const facts = [
    concept?.en?.[0],
    concept?.since === undefined ? undefined : t('hover.since', { date: concept.since }),
    concept?.by === undefined ? undefined : t('hover.by', { name: concept.by }),
  ].filter((fact) => fact !== undefined);
  const lines = definitions.map((text) => write.text(text));
  return [...lines, ...(facts.length > 0 ? [write.quiet(facts.join(' · '))] : [])].join(write.paragraph);
}

function mentionsBlock({ counts, contexts }: Card, { t }: Host, write: Writer): string | undefined {
  if (counts === undefined) return undefined;
  const head = write.text(
    counts.all > counts.here
      ? t('hover.mentionsAll', { here: counts.here, all: counts.all, files: counts.files })
      : t('hover.mentionsHere', { here: counts.here }),
  );
  const row = (context: CardContext): string => {
    const place = `${fileName(context.uri)}:${context.line + 1}`;
    const text = `${write.text(`…${context.before}`)}${write.strong(context.surface)}${write.text(`${context.after}…`)}`;
    return `${write.bullet}${write.link(place, `${context.uri}#L${context.line + 1}`)} ${text}`;
  };
  return [head, ...contexts.map(row)].join('\n');
}

/** At most five, then how many more there are. */
function joinSome(names: readonly string[], { t }: Host, write: Writer): string {
  const shown = names
    .slice(0, 5)
    .map((name) => write.text(name))
    .join(write.text('、'));
  return names.length > 5 ? `${shown} ${write.text(t('hover.more', { count: names.length - 5 }))}` : shown;
}

function fileName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
