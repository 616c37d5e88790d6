import { createAnalyzer, type Analyzer } from '../analysis/analyzer';
import { createIdentifier, createIdentityTables } from '../analysis/identify';
import { DocumentKnowledge } from '../analysis/knowledge';
import { checkKernel } from '../analysis/tagger/kernel';
import { loadModel, type TaggerModel } from '../analysis/tagger/model';
import { createTagger, type Tagger } from '../analysis/tagger/tagger';
import { joinGlossaries, glossaryAsLexicon, type Concept, type Glossary } from '../lexicon/glossary';
import { readGlossary } from '../lexicon/glossary-reader';
import { loadLexicon, type Lexicon } from '../lexicon/lexicon';
import type { Grid } from '../lexicon/table';
import { loadWords, type WordTable } from '../lexicon/words';
import { foldText, parseFoldTable } from '../text/fold';
import { parseSyllables } from '../text/residue';
import { parseScriptTable, type ScriptTable } from '../text/script';
import { makeView, type ViewTables } from '../text/view';
import type { Naming } from './entity-decisions';

/** The data that ships with the bundle, wherever it lies. */
export interface DataFiles {
  /** The content of one text file; rejects with a sentence naming it when it cannot be read. */
  text(name: string): Promise<string>;
  bytes(name: string): Promise<Uint8Array>;
  /** The text files of a folder whose names end so, by name; an absent folder has none. */
  texts(folder: string, ending: string): Promise<ReadonlyMap<string, string>>;
}

/** Everything that ships as data, read once. */
export interface LoadedData {
  readonly viewTables: ViewTables;
  readonly scripts: ScriptTable;
  /** Name → content of the lexicon lists. */
  readonly lists: ReadonlyMap<string, string>;
  readonly concepts: readonly Concept[];
  /** Name → content of the rules' tables. */
  readonly ruleFiles: ReadonlyMap<string, string>;
  /** The statistical tagger's tables; absent when they cannot be read or are damaged. */
  readonly tagging?: { readonly model: TaggerModel; readonly kernel: Uint8Array; readonly words: WordTable };
  /** What is missing although marks are possible without it: a sentence each. */
  readonly problems: readonly string[];
}

/** What the server and the commands know: the analyzer, and the glossary that its lexicon agrees with. */
export interface Knowledge {
  readonly analyzer: Analyzer;
  readonly glossary: Glossary;
  readonly scripts: ScriptTable;
  /** The key by which names are compared. */
  readonly fold: (text: string) => string;
  /** Keys and ids of names where no document is asked. */
  readonly naming: Naming;
}

/** Reads the shipped data; rejects with a sentence that names the file when something without substitute is missing. */
export async function loadData(data: DataFiles): Promise<LoadedData> {
  const [fold, syllables, scripts, lists, characters, ruleFiles] = await Promise.all([
    data.text('fold.txt'),
    data.text('syllables.tsv'),
    data.text('script.txt'),
    data.texts('lexicon', '.tsv'),
    data.texts('lexicon', '.txt'),
    data.texts('rules', '.tsv'),
  ]);
  const problems: string[] = [];
  const tagging = await loadTagging(data).catch((error: Error) => {
    problems.push(error.message);
    return undefined;
  });
  return {
    ...(tagging === undefined ? {} : { tagging }),
    problems,
    ruleFiles,
    viewTables: { fold: parseFoldTable(fold), syllables: parseSyllables(syllables) },
    scripts: parseScriptTable(scripts),
    lists: new Map([...lists, ...characters]),
    concepts: await loadConcepts(data),
  };
}

/** Builds analyzer and glossary from the shipped data and the user's own concepts, which come first. */
export function buildKnowledge(
  loaded: LoadedData,
  own: readonly Concept[] = [],
  options: { readonly cachedLines?: number } = {},
): Knowledge {
  const { fold: table } = loaded.viewTables;
  const fold = (text: string): string => foldText(table, text);
  const lists = new Map<string, string | Grid>(loaded.lists);
  if (own.length > 0) lists.set('0-own-glossary.tsv', glossaryAsLexicon(own));
  const lexicon = loadLexicon(lists, table);
  const tagger = makeTagger(loaded, lexicon);
  return {
    analyzer: createAnalyzer({
      viewTables: loaded.viewTables,
      scripts: loaded.scripts,
      lexicon,
      ...(tagger === undefined ? {} : { tagger }),
      ...options,
    }),
    glossary: joinGlossaries([loaded.concepts, own], fold),
    scripts: loaded.scripts,
    fold,
    naming: createNaming(loaded.viewTables, lexicon),
  };
}

function createNaming(viewTables: ViewTables, lexicon: Lexicon): Naming {
  const identifier = createIdentifier(createIdentityTables(lexicon), new DocumentKnowledge());
  const nowhere = { province: undefined, city: undefined };
  const keyOf = (name: string): string => makeView(name.trim(), viewTables).text;
  return { keyOf, idOf: (name, type) => identifier.idOf(keyOf(name), type, nowhere) };
}

async function loadTagging(data: DataFiles): Promise<NonNullable<LoadedData['tagging']>> {
  const [model, kernel, words] = await Promise.all([
    data.bytes('model/tagger.bin'),
    data.bytes('model/kernel.wasm'),
    data.bytes('words.bin'),
  ]);
  checkKernel(kernel);
  return { model: loadModel(model), kernel, words: loadWords(words) };
}

function makeTagger({ tagging }: LoadedData, lexicon: Lexicon): Tagger | undefined {
  return tagging === undefined ? undefined : createTagger({ ...tagging, lexicon });
}

/** The shipped concepts: packed by the build, or read from the source files where there was none. */
async function loadConcepts(data: DataFiles): Promise<readonly Concept[]> {
  try {
    return JSON.parse(await data.text('glossary.json')) as Concept[];
  } catch {
    // Not there, or damaged: the files that it was packed from say the same.
  }
  const files = await data.texts('glossary', '.yaml');
  return [...files].flatMap(([file, content]) => readGlossary(content, file).concepts);
}
