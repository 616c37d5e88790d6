import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Location } from 'vscode-languageserver';
import type { EntityRow } from '../../server/src/features/protocol';
import { LanguageClient } from '../support/language-client';
import { readLinkedMentions, type LinkedMention } from './table';

const uriOf = (file: string): string => `file:///meipi-test/seeds/${file}`;
const keyOf = ({ uri, range: { start, end } }: Location): string =>
  `${uri} ${start.line}:${start.character}-${end.line}:${end.character}`;
const placeOfMention = ({ file, range }: LinkedMention): string => keyOf({ uri: uriOf(file), range });

describe('references over the sample documents', () => {
  let client: LanguageClient;
  before(async () => {
    client = await LanguageClient.start();
  });
  after(() => client.stop());

  it('are the mentions that a reader links, in all five files', async function () {
    this.timeout(120_000);
    const mentions = readLinkedMentions();
    for (const file of new Set(mentions.map((each) => each.file)))
      await client.open(uriOf(file), readFileSync(`seeds/${file}`, 'utf8'));

    const answers = new Map<LinkedMention, ReadonlySet<string>>();
    for (const mention of mentions) {
      const { start } = mention.range;
      const thing = await client.at<EntityRow | null>('meipi/thingAt', uriOf(mention.file), start);
      const locations = await client.at<Location[] | null>('textDocument/references', uriOf(mention.file), start, {
        context: { includeDeclaration: true },
      });
      const places = new Set((locations ?? []).map(keyOf));
      // Strictly found: the same span with the same type. Spans and types have measures of their own.
      if (thing?.type === mention.type && places.has(placeOfMention(mention))) answers.set(mention, places);
    }

    const { precision, recall, mistakes } = compare(answers);
    process.stdout.write(
      `      ${answers.size} of ${mentions.length} mentions found strictly; ` +
        `references: precision ${percent(precision)}, recall ${percent(recall)}\n`,
    );
    const report = mistakes.slice(0, 30).join('\n');
    assert.ok(answers.size > mentions.length * 0.8, `only ${answers.size} of ${mentions.length} found`);
    assert.ok(precision >= 0.97, `precision ${percent(precision)}\n${report}`);
    assert.ok(recall >= 0.92, `recall ${percent(recall)}\n${report}`);
  });
});

/** Sums, over the mentions asked for, what was returned and what should have been, among strictly found mentions. */
function compare(answers: ReadonlyMap<LinkedMention, ReadonlySet<string>>): {
  readonly precision: number;
  readonly recall: number;
  readonly mistakes: readonly string[];
} {
  const found = [...answers.keys()];
  let right = 0;
  let returned = 0;
  let expected = 0;
  const mistakes = new Set<string>();
  for (const [asked, places] of answers) {
    for (const other of found) {
      const isReturned = places.has(placeOfMention(other));
      const isSame = other.thing === asked.thing;
      if (isReturned) returned += 1;
      if (isSame) expected += 1;
      if (isReturned && isSame) right += 1;
      if (isReturned !== isSame)
        mistakes.add(
          `${isSame ? 'not linked' : 'wrongly linked'}: ${[nameOf(asked), nameOf(other)].sort().join(' – ')}`,
        );
    }
  }
  return { precision: right / returned, recall: right / expected, mistakes: [...mistakes] };
}

function nameOf({ file, type, surface }: LinkedMention): string {
  return `${surface} (${type}, ${file.slice(0, 3)})`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
