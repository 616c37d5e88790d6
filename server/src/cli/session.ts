import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createChecker, type Checker } from '../features/checker';
import { describeFault } from '../features/glossary-faults';
import { createTranslate, type Locale } from '../features/messages';
import { readSettings, type Settings } from '../features/settings';
import type { Concept } from '../lexicon/glossary';
import { readGlossary } from '../lexicon/glossary-reader';
import { openDataFiles } from '../node/data-files';
import { buildKnowledge, loadData, type Knowledge } from '../workspace/knowledge';
import { Failure } from './failure';

/** What every command needs: the knowledge, with the glossary of the working folder, and the settings. */
export interface Session {
  readonly knowledge: Knowledge;
  readonly checker: Checker;
  readonly settings: Settings;
  readonly locale: Locale;
}

/**
 * Loads the shipped data, `.meipi/glossary.yaml` and `.meipi/settings.json` of the working folder where they exist (or
 * the files that options name). Throws a Failure naming file and place when one of them is broken.
 */
export async function openSession(options: ReadonlyMap<string, string> = new Map()): Promise<Session> {
  const [own, settings, loaded] = await Promise.all([
    loadOwnConcepts(options.get('glossary')),
    loadSettings(options.get('settings')),
    loadData(openDataFiles()),
  ]);
  const knowledge = buildKnowledge(loaded, own);
  return { knowledge, checker: createChecker(loaded, knowledge), settings, locale: localeOf(process.env) };
}

/** The options that `openSession` reads. */
export const sessionOptions = ['glossary', 'settings'] as const;

async function loadOwnConcepts(given: string | undefined): Promise<readonly Concept[]> {
  const path = given ?? join('.meipi', 'glossary.yaml');
  const content = await readOptional(path, given !== undefined);
  if (content === undefined) return [];
  const { concepts, faults } = readGlossary(content, path);
  const [fault] = faults;
  if (fault !== undefined) throw new Failure(describeFault(fault, createTranslate('en')));
  return concepts;
}

async function loadSettings(given: string | undefined): Promise<Settings> {
  const path = given ?? join('.meipi', 'settings.json');
  const content = await readOptional(path, given !== undefined);
  if (content === undefined) return readSettings({}).settings;
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (error) {
    throw new Failure(`${path}: not valid JSON: ${(error as Error).message}`);
  }
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
