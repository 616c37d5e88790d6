import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { ruleIds, rules } from '../../server/src/rules/index';

describe('pages of the rules', () => {
  it('are there for every rule, and for nothing else', () => {
    const pages = readdirSync('docs/rules').filter((name) => name !== 'README.md');
    assert.deepEqual(pages.sort(), ruleIds.map((id) => `${id}.md`).sort());
  });

  it('begin with the name of the rule and say how to switch it off', () => {
    for (const id of ruleIds) {
      const page = readFileSync(`docs/rules/${id}.md`, 'utf8');
      assert.ok(page.startsWith(`# ${id}\n`), id);
      assert.match(page, /^## .*(?:off|Off)/mu, id);
    }
  });

  it('stand for rules that run', () => {
    assert.deepEqual(rules.map(({ id }) => id).sort(), [...ruleIds].sort());
  });

  it('have their names in the schema of the settings, which completes them', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
    assert.deepEqual(contributes.configuration.properties['meipi.rules']?.propertyNames?.enum, [...ruleIds].sort());
  });
});

interface Manifest {
  readonly contributes: {
    readonly configuration: {
      readonly properties: Readonly<Record<string, { readonly propertyNames?: { readonly enum: readonly string[] } }>>;
    };
  };
}
