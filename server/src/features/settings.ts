import { mentionTypes, type MentionType } from '../analysis/types';

/** The user's settings, section `meipi`, with every default filled in. The manifest describes the same keys. */
export interface Settings {
  /** The switch for everything. */
  readonly enable: boolean;
  /** Which plain text and Markdown documents are read: mostly Han ones, none, or those that a glob names. */
  readonly documents: 'auto' | 'policyOnly' | readonly string[];
  /** Types that are not marked. */
  readonly hiddenTypes: readonly MentionType[];
  /** Severity by rule id; a rule that is not named keeps its own. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** Whose habits of characters, marks and wording a text is held to; `document`: its own. */
  readonly houseStyle: HouseStyleSetting;
  readonly formatting: { readonly enable: boolean; readonly spacing: SpacingSetting };
  readonly diagnostics: { readonly scope: 'openFiles' | 'workspace' };
  readonly hover: {
    readonly language: 'document' | 'hant' | 'hans' | 'en' | 'all';
    readonly sections: Readonly<Record<HoverSection, boolean>>;
  };
  readonly inlayHints: { readonly amounts: boolean };
  readonly codeLens: { readonly mentions: boolean };
  /** A shared glossary file besides `.meipi/glossary.yaml`; relative paths start at the workspace folder. */
  readonly glossary: { readonly path: string };
  readonly index: { readonly enable: boolean; readonly maxFileSize: number };
}

export const houseStyles = ['document', 'HK', 'TW', 'CN'] as const;
export type HouseStyleSetting = (typeof houseStyles)[number];
/** What formatting does between Chinese characters and Latin letters or figures. */
export const spacings = ['keep', 'add', 'remove'] as const;
export type SpacingSetting = (typeof spacings)[number];
export type RuleSetting = 'off' | 'error' | 'warning' | 'information' | 'hint';
export const hoverSections = [
  'forms',
  'definition',
  'usage',
  'readings',
  'value',
  'offices',
  'related',
  'mentions',
] as const;
export type HoverSection = (typeof hoverSections)[number];

export const defaultSettings: Settings = {
  enable: true,
  documents: 'auto',
  hiddenTypes: [],
  rules: {},
  houseStyle: 'document',
  formatting: { enable: true, spacing: 'keep' },
  diagnostics: { scope: 'openFiles' },
  hover: {
    language: 'document',
    sections: {
      forms: true,
      definition: true,
      usage: true,
      readings: true,
      value: true,
      offices: true,
      related: true,
      mentions: true,
    },
  },
  inlayHints: { amounts: false },
  codeLens: { mentions: false },
  glossary: { path: '' },
  index: { enable: true, maxFileSize: 1024 },
};

/** Settings read from what a client sent, and the keys whose values were not usable (their defaults stand). */
export interface ReadSettings {
  readonly settings: Settings;
  /** Full keys, such as `meipi.documents`. */
  readonly broken: readonly string[];
}

/** Reads the `meipi` section. Accepts anything; what does not fit the schema is left at its default and named. */
export function readSettings(value: unknown): ReadSettings {
  const broken: string[] = [];
  const root = asObject(value, 'meipi', broken);
  const take = <T>(from: Record<string, unknown>, prefix: string, key: string, fallback: T, accept: Check<T>): T => {
    const given = Object.hasOwn(from, key) ? from[key] : undefined;
    if (given === undefined || given === null) return fallback;
    if (accept(given)) return given;
    broken.push(`${prefix}.${key}`);
    return fallback;
  };
  const group = (key: string): Record<string, unknown> => asObject(root[key], `meipi.${key}`, broken);
  const hover = group('hover');
  const sections = asObject(hover['sections'], 'meipi.hover.sections', broken);
  const index = group('index');
  const formatting = group('formatting');
  const d = defaultSettings;
  const settings: Settings = {
    enable: take(root, 'meipi', 'enable', d.enable, isBoolean),
    documents: take(root, 'meipi', 'documents', d.documents, isDocuments),
    hiddenTypes: take(root, 'meipi', 'hiddenTypes', d.hiddenTypes, isTypes),
    rules: take(root, 'meipi', 'rules', d.rules, isRules),
    houseStyle: take(root, 'meipi', 'houseStyle', d.houseStyle, oneOf(...houseStyles)),
    formatting: {
      enable: take(formatting, 'meipi.formatting', 'enable', d.formatting.enable, isBoolean),
      spacing: take(formatting, 'meipi.formatting', 'spacing', d.formatting.spacing, oneOf(...spacings)),
    },
    diagnostics: {
      scope: take(
        group('diagnostics'),
        'meipi.diagnostics',
        'scope',
        d.diagnostics.scope,
        oneOf('openFiles', 'workspace'),
      ),
    },
    hover: {
      language: take(
        hover,
        'meipi.hover',
        'language',
        d.hover.language,
        oneOf('document', 'hant', 'hans', 'en', 'all'),
      ),
      sections: Object.fromEntries(
        hoverSections.map((name) => [
          name,
          take(sections, 'meipi.hover.sections', name, d.hover.sections[name], isBoolean),
        ]),
      ) as Record<HoverSection, boolean>,
    },
    inlayHints: { amounts: take(group('inlayHints'), 'meipi.inlayHints', 'amounts', d.inlayHints.amounts, isBoolean) },
    codeLens: { mentions: take(group('codeLens'), 'meipi.codeLens', 'mentions', d.codeLens.mentions, isBoolean) },
    glossary: { path: take(group('glossary'), 'meipi.glossary', 'path', d.glossary.path, isString) },
    index: {
      enable: take(index, 'meipi.index', 'enable', d.index.enable, isBoolean),
      maxFileSize: take(index, 'meipi.index', 'maxFileSize', d.index.maxFileSize, isSize),
    },
  };
  return { settings, broken };
}

/** The user's settings over those of a folder: what the user left at its default is the folder's to say. */
export function settingsOver(shared: SharedSettings, settings: Settings): Settings {
  const { houseStyle, formatting, rules } = settings;
  return {
    ...settings,
    rules: { ...shared.rules, ...rules },
    houseStyle: houseStyle === defaultSettings.houseStyle ? shared.houseStyle : houseStyle,
    formatting: {
      ...formatting,
      spacing: formatting.spacing === defaultSettings.formatting.spacing ? shared.spacing : formatting.spacing,
    },
  };
}

/** What a folder's `.meipi/config.yaml` may say for everybody who works in it. */
export type SharedSettings = Pick<Settings, 'rules' | 'houseStyle'> & { readonly spacing: SpacingSetting };
export const noSharedSettings: SharedSettings = { rules: {}, houseStyle: 'document', spacing: 'keep' };

type Check<T> = (value: unknown) => value is T;

function asObject(value: unknown, key: string, broken: string[]): Record<string, unknown> {
  if (value === undefined || value === null) return {};
  if (typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
  broken.push(key);
  return {};
}

const isBoolean: Check<boolean> = (value): value is boolean => typeof value === 'boolean';
const isString: Check<string> = (value): value is string => typeof value === 'string';
const isSize: Check<number> = (value): value is number => typeof value === 'number' && value > 0;
const isTypes: Check<readonly MentionType[]> = (value): value is readonly MentionType[] =>
  Array.isArray(value) && value.every((item) => (mentionTypes as readonly unknown[]).includes(item));
const isDocuments: Check<Settings['documents']> = (value): value is Settings['documents'] =>
  value === 'auto' || value === 'policyOnly' || (Array.isArray(value) && value.every(isString));
const isRuleSetting = oneOf('off', 'error', 'warning', 'information', 'hint');
const isRules: Check<Settings['rules']> = (value): value is Settings['rules'] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isRuleSetting);

function oneOf<const T extends string>(...allowed: readonly T[]): Check<T> {
  return (value): value is T => (allowed as readonly unknown[]).includes(value);
}
