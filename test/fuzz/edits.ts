import { readFileSync, readdirSync } from 'node:fs';
import { generateArticle, generateSimplifiedArticle, type Dice } from '../support/generated-text';

/** A replacement of text between two UTF-16 offsets; offsets beyond the text mean its end. */
export interface FuzzEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a user does to one document: where it began, and every change after it. */
export interface EditSequence {
  readonly start: string;
  readonly edits: readonly FuzzEdit[];
}

/** The text after an edit. */
export function applyEdit(text: string, { start, end, text: inserted }: FuzzEdit): string {
  const from = Math.min(start, text.length);
  return text.slice(0, from) + inserted + text.slice(Math.max(from, Math.min(end, text.length)));
}

/** A text to begin with and `count` edits that a person, an input method or a tool might make. */
export function generateSequence(dice: Dice, count: number): EditSequence {
  const start = generateStart(dice);
  const edits: FuzzEdit[] = [];
  const undone: FuzzEdit[] = [];
  let text = start;
  while (edits.length < count) {
    const burst = dice.roll(8) === 0 && undone.length > 0 ? undoing(undone) : dice.pick(habits)(text, dice);
    for (const edit of burst.slice(0, count - edits.length)) {
      undone.push(inverse(text, edit));
      if (undone.length > 12) undone.shift();
      edits.push(edit);
      text = applyEdit(text, edit);
    }
  }
  return { start, edits };
}

const seeds = readdirSync('seeds').map((name) => readFileSync(`seeds/${name}`, 'utf8'));

/** A stretch of a seed, now and then the whole of it, or a generated article. */
function generateStart(dice: Dice): string {
  if (dice.roll(3) === 0) return dice.pick([generateArticle, generateSimplifiedArticle])(dice);
  const seed = dice.pick(seeds);
  if (dice.roll(12) === 0) return seed;
  const from = dice.roll(Math.max(1, seed.length - 200));
  return seed.slice(from, from + 100 + dice.roll(900));
}

type Habit = (text: string, dice: Dice) => readonly FuzzEdit[];

const habits: readonly Habit[] = [
  (text, dice) => [insertion(dice.roll(text.length + 1), dice.pick(pieces))],
  (text, dice) => [insertion(lineStart(text, dice), `${dice.pick(lines)}${dice.pick(ends)}`)],
  function deletesALittle(text, dice) {
    const start = dice.roll(text.length + 1);
    return [{ start, end: start + 1 + dice.roll(6), text: '' }];
  },
  function deletesALine(text, dice) {
    const start = lineStart(text, dice);
    const end = text.indexOf('\n', start);
    return [{ start, end: end < 0 ? text.length : end + 1, text: '' }];
  },
  function pastesWhatItCut(text, dice) {
    const start = dice.roll(text.length + 1);
    const end = start + dice.roll(120);
    const shorter = applyEdit(text, { start, end, text: '' });
    return [{ start, end, text: '' }, insertion(dice.roll(shorter.length + 1), text.slice(start, end))];
  },
  function copiesAName(text, dice) {
    const start = dice.roll(text.length + 1);
    return [insertion(dice.roll(text.length + 1), text.slice(start, start + 2 + dice.roll(8)))];
  },
  function replacesOnePieceEverywhere(text, dice) {
    const [before, after] = dice.pick(replacements);
    const edits: FuzzEdit[] = [];
    let now = text;
    for (let at = now.indexOf(before); at >= 0 && edits.length < 5; at = now.indexOf(before, at + after.length)) {
      edits.push({ start: at, end: at + before.length, text: after });
      now = applyEdit(now, edits.at(-1) as FuzzEdit);
    }
    return edits;
  },
  function typesByInputMethod(text, dice) {
    const at = dice.roll(text.length + 1);
    const [letters, words] = dice.pick(composed);
    const typed = [...letters].map((letter, number) => insertion(at + number, letter));
    return [...typed, { start: at, end: at + letters.length, text: words }];
  },
  function changesALineEnd(text, dice) {
    const at = text.indexOf('\n', dice.roll(text.length + 1));
    if (at < 0) return [insertion(text.length, dice.pick(ends))];
    return [{ start: at, end: at + 1, text: dice.pick(ends) }, insertion(at, dice.pick(['\r', '\n', '']))];
  },
  function partsASurrogatePair(text, dice) {
    const at = dice.roll(text.length + 1);
    return [
      insertion(at, '𠮷'),
      { start: at, end: at + 1, text: '' },
      insertion(at, dice.pick(['\ud842', '\ud83d', ''])),
    ];
  },
  (text, dice) => (dice.roll(6) === 0 ? [{ start: 0, end: text.length, text: generateStart(dice) }] : []),
];

/** Takes back up to five of the last edits, the latest first. */
function undoing(undone: FuzzEdit[]): readonly FuzzEdit[] {
  return undone.splice(-5).reverse();
}

function insertion(at: number, text: string): FuzzEdit {
  return { start: at, end: at, text };
}

function inverse(text: string, { start, end, text: inserted }: FuzzEdit): FuzzEdit {
  const from = Math.min(start, text.length);
  return {
    start: from,
    end: from + inserted.length,
    text: text.slice(from, Math.max(from, Math.min(end, text.length))),
  };
}

function lineStart(text: string, dice: Dice): number {
  return text.lastIndexOf('\n', dice.roll(text.length + 1)) + 1;
}

const ends = ['\n', '\n', '\n\n', '\r\n', '\r', ''];
/** Every kind of mark, names that other lines depend on, and marks that open and close. */
const pieces = [
  ...['香港', '浙江省委書記', '王小明', '王小明主席', '陳大文', '財政司司長陳大文', '港聯會', '（下稱「港聯會」）'],
  ...[
    '香港聯合商會（下稱「港聯會」）',
    '貿發局',
    '香港貿易發展局',
    '省',
    '市',
    '本市',
    '該局',
    '《',
    '》',
    '《施政計劃》',
  ],
  ...[
    '2023年6月26日',
    '2023',
    '去年',
    '6月',
    '同日',
    '逾60億元',
    '人民幣',
    '港元',
    '三成',
    '30%',
    '二百名',
    '三個範疇',
  ],
  ...[
    '「',
    '」',
    '(',
    ')',
    '（',
    '）',
    '**',
    '# ',
    '## ',
    '一、',
    '（一）',
    '1. ',
    '- ',
    '、',
    '，',
    '。',
    '：',
    '\t',
    ' ',
  ],
  ...[
    '𠮷',
    '\ud842',
    '\udfb7',
    '\u200b',
    '\u00a0',
    '\u3000',
    '\ufeff',
    'A',
    'http://example.org/',
    '當(dāng)',
    '会',
    '會',
  ],
];
/** Lines that change what a document as a whole is: its date, its home, its names, its sections. */
const lines = [
  '# 推動地區經濟合作',
  '二、改善基層醫療服務',
  '新華社杭州5月25日電（記者王小明）當局公布新一輪措施。',
  '2024年3月1日',
  '來源：浙江日報',
  '本報記者 陳大文',
  '杭州市市長王小明與寧波市市長陳大文會面。',
  '王小明說，本市去年吸引外資60億元，增長兩成。',
  '浙江省人民政府、浙江省發展和改革委員會聯合印發《推動數字經濟發展規劃》。',
  '香港聯合商會（下稱「港聯會」）舉辦論壇，港聯會會長陳大文致辭。',
  '会议指出，要坚持创新驱动发展战略，加快建设现代化产业体系。',
  '主要措施包括以下三個方面：',
  '- 支援中小企業',
  '附件：1. 措施一覽',
  '<!-- meipi-disable typo -->',
  '---',
  '返回頂部 | 網站地圖 | 聯絡我們',
];
const replacements = [
  ['香港', '澳門'],
  ['浙江', '廣東'],
  ['，', ','],
  ['年', '月'],
  ['\n', '\r\n'],
  ['\r\n', '\n'],
  ['「', '『'],
] as const;
const composed = [
  ['xiang gang', '香港'],
  ['wang xiao ming', '王小明'],
  ['fa zhan gui hua', '發展規劃'],
  ["liang'qian'yi", '兩千億'],
] as const;
