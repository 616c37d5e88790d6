import assert from 'node:assert/strict';
import { readGlossary } from '../../server/src/lexicon/glossary-reader';
import { readDecisions } from '../../server/src/workspace/decision-reader';
import { readConfig, readExceptions } from '../../server/src/workspace/exceptions';

/** What may come in a file that somebody else wrote. */
const hostile = [
  '!!js/function "function () { return 1 }"',
  '- !!js/undefined ""',
  '- !<tag:yaml.org,2002:js/function> "() => 1"',
  '__proto__:\n  polluted: yes\n',
  '- __proto__:\n    polluted: yes\n',
  '- {"__proto__": {"polluted": "yes"}}',
  'constructor:\n  prototype:\n    polluted: yes\n',
  '- rule: typo\n  __proto__: { polluted: yes }\n',
  '- id: a\n  forms: { __proto__: { polluted: yes }, hk: [甲] }\n',
  'rules:\n  __proto__: { polluted: yes }\n',
  'a: &a [x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\n',
  `- &a0 [x]\n${Array.from({ length: 40 }, (_, at) => `- &a${at + 1} [${`*a${at}, `.repeat(9)}]`).join('\n')}`,
  '\u0000',
  `${'['.repeat(600)}`,
  `${'a: {'.repeat(400)}`,
];

describe('files of a workspace that mean harm', () => {
  for (const [name, read] of [
    ['glossary.yaml', (content: string) => readGlossary(content, 'glossary.yaml')],
    ['entities.yaml', readDecisions],
    ['ignore.yaml', readExceptions],
    ['config.yaml', readConfig],
  ] as const) {
    it(`run nothing and reach no prototype as ${name}`, () => {
      for (const content of hostile) {
        assert.doesNotThrow(() => read(content), content.slice(0, 40));
        assert.equal(({} as { polluted?: unknown }).polluted, undefined);
        assert.equal(([] as { polluted?: unknown }).polluted, undefined);
      }
    });
  }
});
