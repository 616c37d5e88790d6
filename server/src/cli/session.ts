import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { createChecker, type Checker } from '../features/checker';
import { describeFault } from '../features/glossary-faults';
import { describeDecisionFault } from '../features/own-entities';
import { createTranslate, type Locale } from '../features/messages';
import { readSettings, type Settings } from '../features/settings';
import type { Concept } from '../lexicon/glossary';
import { readGlossary } from '../lexicon/glossary-reader';
import { openDataFiles } from '../node/data-files';
import type { Analysis } from '../analysis/types';
import type { Exception } from '../rules/exceptions';
import { readDecisions } from '../workspace/decision-reader';
import type { EntityDecision } from '../workspace/entity-decisions';
import type { LinkSource } from '../workspace/entity-index';
import { applyLinks } from '../workspace/entity-links';
import { createFolderLinks } from '../workspace/team-links';
import { readConfig, readExceptions } from '../workspace/exceptions';
import { buildKnowledge, loadData, type Knowledge } from '../workspace/knowledge';
import { Failure } from './failure';

/** What every command needs: the knowledge, with the glossary of the working folder, and the settings. */
export interface Session {
  readonly knowledge: Knowledge;
  readonly checker: Checker;
  readonly settings: Settings;
  readonly locale: Locale;
  /** What `.meipi/ignore.yaml` rules out. */
  readonly exceptions: readonly Exception[];
  /** What `.meipi/entities.yaml` makes of the things that a file names. */
  readonly linksOf: LinkSource;
  /** The analysis of a file as `.meipi/entities.yaml` would have it. */
  readonly decided: (file: string, analysis: Analysis) => Analysis;
}

/**
 * Loads the shipped data and, of the working folder where they exist, `.meipi/glossary.yaml`, `.meipi/entities.yaml`,
 * `.meipi/ignore.yaml`, `.meipi/config.yaml` and `.meipi/settings.json` (or the files that options name). Throws a Failure naming file and place when one of them is broken.
 */
export async function openSession(options: ReadonlyMap<string, string> = new Map()): Promise<Session> {
  const [own, decisions, settings, exceptions, loaded] = await Promise.all([
    loadOwnConcepts(options.get('glossary')),
    loadDecisions(options.get('entities')),
    loadSettings(options.get('settings'), options.get('config')),
    loadExceptions(),
    loadData(openDataFiles()),
  ]);
  for (const problem of loaded.problems) process.stderr.write(`meipi: ${problem}\n`);
  const knowledge = buildKnowledge(loaded, own);
  const folderLinks = createFolderLinks(decisions, knowledge.naming);
  const linksOf: LinkSource = (file, document) => folderLinks(relativePath(file), document);
  return {
    knowledge,
    checker: createChecker(loaded, knowledge),
    settings,
    exceptions,
    locale: localeOf(process.env),
    linksOf,
    decided: (file, analysis) => applyLinks(analysis, linksOf(file, analysis)),
  };
}

/** The options that `openSession` reads. */
export const sessionOptions = ['glossary', 'entities', 'settings', 'config'] as const;

async function loadDecisions(given: string | undefined): Promise<readonly EntityDecision[]> {
  const path = given ?? join('.meipi', 'entities.yaml');
  const { decisions, faults } = readDecisions((await readOptional(path, given !== undefined)) ?? '');
  const [fault] = faults;
  if (fault !== undefined) throw new Failure(describeDecisionFault(path, fault, createTranslate('en')));
  return decisions;
}

async function loadOwnConcepts(given: string | undefined): Promise<readonly Concept[]> {
  const path = given ?? join('.meipi', 'glossary.yaml');
  const content = await readOptional(path, given !== undefined);
  if (content === undefined) return [];
  const { concepts, faults } = readGlossary(content, path);
  const [fault] = faults;
  if (fault !== undefined) throw new Failure(describeFault(fault, createTranslate('en')));
  return concepts;
}

/** The path by which `ignore.yaml` names a file: relative to the working folder, with slashes. */
export function relativePath(file: string): string {
  return relative('.', file).split(sep).join('/');
}

async function loadExceptions(): Promise<readonly Exception[]> {
  const path = join('.meipi', 'ignore.yaml');
  const content = await readOptional(path, false);
  const { exceptions, fault } = readExceptions(content ?? '');
  if (fault !== undefined) throw new Failure(`${path}: ${fault}`);
  return exceptions;
}

/** The folder's settings: `config.yaml`, which editors read as well, and over it `settings.json`. */
async function loadSettings(given: string | undefined, givenConfig: string | undefined): Promise<Settings> {
  const configPath = givenConfig ?? join('.meipi', 'config.yaml');
  const { settings: config, fault } = readConfig((await readOptional(configPath, givenConfig !== undefined)) ?? '');
  if (fault !== undefined) throw new Failure(`${configPath}: ${fault}`);
  toSettings(config, configPath);
  const path = given ?? join('.meipi', 'settings.json');
  const content = await readOptional(path, given !== undefined);
  if (content === undefined) return toSettings(config, configPath);
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (error) {
    throw new Failure(`${path}: not valid JSON: ${(error as Error).message}`);
  }
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return toSettings(isObject ? { ...config, ...(value as Record<string, unknown>) } : value, path);
}

function toSettings(value: unknown, path: string): Settings {
  const { settings, broken } = readSettings(value);
  if (broken.length > 0) throw new Failure(`${path}: unusable value of ${broken.join(', ')}`);
  return settings;
}

async function readOptional(path: string, required: boolean): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (!required && (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Failure(`${path}: cannot be read: ${(error as Error).message}`);
  }
}

/** The language of messages by the usual variables: LC_ALL, LC_MESSAGES, LANG. */
function localeOf(environment: NodeJS.ProcessEnv): Locale {
  const name = environment['LC_ALL'] ?? environment['LC_MESSAGES'] ?? environment['LANG'] ?? '';
  if (/^zh[_-](?:TW|HK|MO|Hant)/iu.test(name)) return 'zh-tw';
  return /^zh/iu.test(name) ? 'zh-cn' : 'en';
}
