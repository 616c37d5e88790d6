import assert from 'node:assert/strict';
import type { RuleId } from '../../server/src/rules/index';
import type { RuleInput } from '../../server/src/rules/types';
import { findingsOf } from '../support/findings';
import { createDice, generateArticle, type Dice } from '../support/generated-text';

/** How a clean text is made for a rule, and what one error does to it. */
interface Injection {
  readonly clean: (dice: Dice) => string;
  readonly inject: (text: string, dice: Dice) => string;
  readonly input?: Partial<RuleInput>;
}

const meetings = [
  '粵港青年專業服務合作論壇',
  '滬港金融科技創新發展論壇',
  '閩台農業技術交流合作會議',
  '京港環境保護合作洽談會',
];
const shortMeetings: Readonly<Record<string, string>> = {
  粵港青年專業服務合作論壇: '粵港青年專業合作論壇',
  滬港金融科技創新發展論壇: '滬港金融科技發展論壇',
  閩台農業技術交流合作會議: '閩台農業技術合作會議',
  京港環境保護合作洽談會: '京港環境合作洽談會',
};
const pairs = [
  ['衞', '衛', ['公共衞生', '衞星城市', '保衞家園']],
  ['着', '著', ['隨着發展', '有着優勢', '沿着河岸']],
  ['裏', '裡', ['家裏的長者', '村裏的學校', '心裏的願望']],
  ['峯', '峰', ['高峯時段', '登上山峯', '頂峯時期']],
] as const;
const terms = [
  { form: '澳珠合作', status: 'deprecated', preferred: '珠澳合作' },
  { form: '三来一补企业', status: 'forbidden' },
] as const;
const labels = ['金融', '貿易', '教育', '航空', '旅遊', '環保', '醫療'];

const injections: Readonly<Partial<Record<RuleId, Injection>>> = {
  'name-variant': {
    clean: (dice) => `${generateArticle(dice)}\n昨日舉行的${dice.pick(meetings)}有百人參加。\n`,
    inject: (text) => {
      const name = meetings.find((meeting) => text.includes(meeting)) ?? '';
      return `${text}\n在廣州舉行的${shortMeetings[name] ?? ''}今日閉幕。\n`;
    },
  },
  'character-variant': {
    clean: (dice) => {
      const [, , words] = dice.pick(pairs);
      return `${generateArticle(dice)}\n市民談到${dice.shuffle(words).join('，也談到')}。\n`;
    },
    inject: (text, dice) => {
      const pair = pairs.find(([character]) => text.includes(character));
      if (pair === undefined) throw new Error('the clean text holds none of the characters');
      const places = [...text.matchAll(new RegExp(pair[0], 'gu'))].map(({ index }) => index);
      const at = dice.pick(places);
      return text.slice(0, at) + pair[1] + text.slice(at + 1);
    },
  },
  'deprecated-term': {
    clean: generateArticle,
    inject: (text, dice) => {
      const at = dice.pick([...text.matchAll(/[，。]/gu)].map(({ index }) => index));
      return `${text.slice(0, at)}，並談到澳珠合作的前景${text.slice(at)}`;
    },
    input: { terms },
  },
  'forbidden-term': {
    clean: generateArticle,
    inject: (text, dice) => {
      const at = dice.pick([...text.matchAll(/[，。]/gu)].map(({ index }) => index));
      return `${text.slice(0, at)}，並談到三來一補企業的前景${text.slice(at)}`;
    },
    input: { terms },
  },
  'list-mismatch': {
    clean: (dice) => {
      const chosen = dice.shuffle(labels);
      const items = chosen.map((label) => `- ${label}：支持雙方合作。\n`).join('');
      return `雙方確立七個領域，包括${chosen.join('、')}。\n\n${items}`;
    },
    inject: (text, dice) => {
      const label = dice.pick(labels);
      return text.replace(`- ${label}：`, `- ${label}${dice.pick(['及科技', '和創新', '與文化'])}：`);
    },
  },
};

describe('injected errors in names and terms', () => {
  for (const [name, { clean, inject, input }] of Object.entries(injections)) {
    const rule = name as RuleId;
    it(`${rule}: finds nine in ten, and nothing in the clean text`, () => {
      let found = 0;
      const missed: string[] = [];
      for (let number = 0; number < 50; number += 1) {
        const dice = createDice(number * 7919 + rule.length);
        const text = clean(dice);
        assert.deepEqual(findingsOf(text, rule, input), [], text);
        const wrong = inject(text, dice);
        assert.notEqual(wrong, text);
        if (findingsOf(wrong, rule, input).length > 0) found += 1;
        else missed.push(wrong);
      }
      assert.ok(found >= 45, `${found} of 50 found; missed:\n${missed.join('\n---\n')}`);
    });
  }
});
