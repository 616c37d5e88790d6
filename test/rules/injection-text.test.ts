import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readTypos } from '../../server/src/rules/typo-data';
import type { RuleId } from '../../server/src/rules/index';
import { foldText } from '../../server/src/text/fold';
import { findingsOf } from '../support/findings';
import { createDice, generateArticle, generateSimplifiedArticle, type Dice } from '../support/generated-text';
import { viewTables } from '../support/tables';

/** How a clean text is made for a rule, and what one error does to it. */
interface Injection {
  readonly clean: (dice: Dice) => string;
  readonly inject: (text: string, dice: Dice) => string;
}

const typos = [
  ...readTypos(readFileSync('server/data/rules/typos.tsv', 'utf8'), (text) => foldText(viewTables.fold, text)).values(),
]
  .flat()
  .filter(({ level, context, wrong }) => level === 'warning' && context.length === 0 && wrong.length > 1);

const article: Injection['clean'] = generateArticle;
/** Puts `added` behind a clause that the dice choose. */
const behindClause = (text: string, added: string, dice: Dice): string => {
  const at = dice.pick([...text.matchAll(/[，。]/gu)].map(({ index }) => index));
  return text.slice(0, at) + added + text.slice(at);
};
/** Puts `added` between two characters of a paragraph. */
const insideText = (text: string, added: string, dice: Dice): string => {
  const places = [...text.matchAll(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu)].map(({ index }) => index);
  const at = dice.pick(places.filter((place) => place > text.indexOf('\n')));
  return text.slice(0, at) + added + text.slice(at);
};
const replaceSome = (
  text: string,
  pattern: RegExp,
  least: number,
  dice: Dice,
  by: (found: string) => string,
): string => {
  const chosen = new Set(dice.shuffle([...text.matchAll(pattern)].map(({ index }) => index)).slice(0, least));
  return text.replace(pattern, (found, at: number) => (chosen.has(at) ? by(found) : found));
};

const terms = ['營商環境', '數字經濟', '鄉村振興', '生態文明', '軍民融合', '脫貧攻堅', '外匯儲備', '改革開放'];
const measures = [
  '支持兩地學校結成姊妹學校',
  '鼓勵教師互訪交流',
  '增加青年實習名額',
  '推動調解機構對接',
  '完善通關便利措施',
];
const heads = ['推廣本地綠色金融資助計劃', '發展跨境物流服務網絡', '培育新興科技產業集群', '建設國際航空貨運樞紐'];
const tails = ['及首選融資平台優勢', '並帶動周邊產業發展', '以及配套基礎設施', '和相關專業服務'];
const subjects = ['雙方將會進一步在多個範疇密切合作', '兩地將會共同完善監管制度與標準', '有關部門將會定期檢討執行成效'];

const injections: Readonly<Partial<Record<RuleId, Injection>>> = {
  typo: {
    clean: generateSimplifiedArticle,
    inject: (text, dice) => behindClause(text, `，会议还谈到“工作、${dice.pick(typos).wrong}”等内容`, dice),
  },
  'mixed-script': {
    clean: article,
    inject: (text, dice) =>
      dice.roll(2) === 0
        ? behindClause(text, `，${dice.pick(['关', '务', '国', '业', '发', '们'])}係各界的事`, dice)
        : behindClause(
            text,
            `，${dice.pick(['關于', '復制', '旅游', '制造', '聯系', '其余', '骨干'])}方面的工作亦已展開`,
            dice,
          ),
  },
  'missing-character': {
    clean: (dice) => {
      const term = dice.pick(terms);
      return `${generateArticle(dice)}\n報告提到${term}。優化${term}是重點。委員關注${term}。${term}有所改善。\n`;
    },
    inject: (text, dice) => {
      const term = /報告提到(.{4})/u.exec(text)?.[1] ?? '';
      return `${text}\n商會舉辦萬家企業${dice.pick(['評', '促', '築'])}${term.slice(1)}的活動。\n`;
    },
  },
  boilerplate: {
    clean: article,
    inject: (text, dice) =>
      dice.roll(2) === 0
        ? `${dice.pick(['首頁\n新聞', '分享到:', '登入\n訂閱', '跳至主要內容'])}\n\n${text}`
        : `${text}\n${dice.pick(['版權所有 不得轉載', 'Copyright © 2024', '返回頂部', '粵公網安備44010402000001號'])}\n`,
  },
  'mixed-quotes': {
    clean: article,
    inject: (text, dice) =>
      behindClause(text, `，這就是“${dice.pick(['便民', '走出去', '雙循環', '智慧城市', '同心同行'])}”計劃`, dice),
  },
  'broken-paragraph': {
    clean: article,
    inject: (text, dice) => {
      const first = text.indexOf('。');
      const commas = [...text.matchAll(/，/gu)].map(({ index }) => index).filter((at) => at > first);
      const at = dice.pick(commas);
      return `${text.slice(0, at)}\n\n${text.slice(at)}`;
    },
  },
  'uneven-clauses': {
    clean: (dice) => {
      const rows = dice.shuffle(measures);
      const middle = `${dice.pick(heads)}${dice.pick(tails)};${dice.pick(subjects)}。`;
      return `${rows.slice(0, 3).join(';')}。\n\n${middle}\n\n${rows.slice(3).join(';')}。\n`;
    },
    inject: (text) => {
      const start = text.indexOf('\n\n') + 2;
      return text.slice(0, start) + text.slice(start).replace(';', ':');
    },
  },
  'duplicate-sentence': {
    clean: article,
    inject: (text, dice) => {
      const sentences = [...text.matchAll(/(?<=^|。)[^。#\n]{20,}。/gmu)].map(([sentence]) => sentence);
      return `${text}\n${dice.pick(sentences)}\n`;
    },
  },
  'missing-attachment': {
    clean: article,
    inject: (text, dice) =>
      behindClause(
        text,
        `，${dice.pick(['詳見', '名單見', '內容載於'])}附${dice.pick(['件', '錄', '表'])}${dice.pick(['一', '2', '三', '十'])}`,
        dice,
      ),
  },
  'invisible-character': {
    clean: article,
    inject: (text, dice) =>
      insideText(
        text,
        dice.pick(['\u200b', '\ufeff', '\u2060', '\u200e', '\u00ad', '\uf9e1', '\u2f08', '\ue2e5', '\ufffd']),
        dice,
      ),
  },
  whitespace: {
    clean: article,
    inject: (text, dice) =>
      replaceSome(text, /(?<=[，。])/gu, 3 + dice.roll(4), dice, () => dice.pick(['\u00a0', '\u2003', '\u2009'])),
  },
  'half-width-punctuation': {
    clean: article,
    inject: (text, dice) => replaceSome(text, /，/gu, 3 + dice.roll(5), dice, () => dice.pick([',', ';'])),
  },
  'pinyin-residue': {
    clean: article,
    inject: (text, dice) =>
      insideText(text, `(${dice.pick(['fā', 'huì', 'dòng', 'yè', 'jīng', 'guó', 'zhǎng', 'tuán', 'lǜ'])})`, dice),
  },
  'unbalanced-marks': {
    clean: (dice) => generateArticle(dice).replace(/，/u, '，市民稱讚「便民」（方便居民）的計劃，'),
    inject: (text, dice) =>
      text.replace(dice.pick(['「便', '民」', '（方', '民）']), (found) => found.replace(/[「」（）]/u, '')),
  },
  'unpaired-bold': {
    clean: (dice) => `${generateArticle(dice)}\n- **金融**：支持企業融資。\n- **教育**：增加實習名額。\n`,
    inject: (text, dice) => {
      const marks = [...text.matchAll(/\*\*/gu)].map(({ index }) => index);
      const at = dice.pick(marks);
      return text.slice(0, at) + text.slice(at + 2);
    },
  },
};

describe('injected errors', () => {
  for (const [name, { clean, inject }] of Object.entries(injections)) {
    const rule = name as RuleId;
    it(`${rule}: finds nine in ten, and nothing in the clean text`, () => {
      let found = 0;
      const missed: string[] = [];
      for (let number = 0; number < 50; number += 1) {
        const dice = createDice(number * 7919 + rule.length);
        const text = clean(dice);
        const before = findingsOf(text, rule);
        assert.deepEqual(before, [], text);
        const wrong = inject(text, dice);
        if (findingsOf(wrong, rule).length > 0) found += 1;
        else missed.push(wrong);
      }
      assert.ok(found >= 45, `${found} of 50 found; missed:\n${missed.join('\n---\n')}`);
    });
  }

  it('leaves clean articles without any warning', () => {
    for (let number = 0; number < 50; number += 1) {
      const dice = createDice(number);
      for (const text of [generateArticle(dice), generateSimplifiedArticle(dice)])
        assert.deepEqual(
          findingsOf(text).map(({ rule, text: stretch }) => `${rule} ${stretch}`),
          [],
          text,
        );
    }
  });
});
