// Writes server/data/rules/characters.tsv: the characters that only one of the two scripts uses, and what the other
// writes for them. Characters come from the tables of opencc-js (Apache-2.0); what each script uses at all is read off
// the two national character sets, Big5 and GB 2312, so that 后, 干 or 里, which both have, never get in.
//
//   node tools/make-rule-characters.mjs
import { writeFileSync } from 'node:fs';
import st from 'opencc-js/dict/STCharacters';
import ts from 'opencc-js/dict/TSCharacters';

/** Shapes that Hong Kong and Taiwan print either way: a matter of the font or of the house, not of the script; and 吓, a word of Cantonese. */
const sharedShapes = new Set(
  '强户内温吕兑没净静争却决况凉减冲厨厕厦够晒烟卧册删别换焕唤奂黄吴娱虚税脱悦丢奥叙妆滚毁羡盗彦污泪洒粮猫柜兹恒秘群峰杰痴灶厢厩挣狰睁筝禄吊横厮栖媪愠氲瘟搵袄姊教着俞愈偷喻愉猪床墙盖秃兖并潜僭舍痒皂瓮凄泞涌启郎迹踪携脚胆腼囱亘麽吓',
);
/** In Big5 for the sake of one rare word; in a policy document never meant. */
const almostNever = new Set(
  '价术种适确筑愿体党据万与为么复灵厂广优众产录绿颜频谚骂听圣坏宁异怀怜惊扑扰机极构气洁离网胜触赶蚕蒋蕴尔岭吨戏拨儿虫粤',
);
const big5 = decodeRange(
  'big5',
  (lead, trail) => (lead >= 0xa4 && lead <= 0xc5) || (lead === 0xc6 && trail <= 0x7e) || (lead >= 0xc9 && lead <= 0xf9),
);
const gb2312 = decodeRange('gb2312', (lead, trail) => lead >= 0xb0 && lead <= 0xf7 && trail >= 0xa1);

const sources = new Map();
for (const [from, [to]] of pairs(ts)) sources.set(to, [...(sources.get(to) ?? []), from]);

const rows = [
  ...pairs(st)
    .filter(([one]) => (!big5.has(one) || almostNever.has(one)) && gb2312.has(one) && !sharedShapes.has(one))
    .map(([one, others]) => [one, alternatives(one, others)])
    .filter(([, others]) => others !== '')
    .map(([one, others]) => `${one}\t${others}\thans`),
  ...pairs(ts)
    .filter(([one, others]) => !gb2312.has(one) && big5.has(one) && !others.includes(one) && gb2312.has(others[0]))
    .map(([one, others]) => `${one}\t${others[0]}\thant`),
];
writeFileSync(
  'server/data/rules/characters.tsv',
  [
    '# Characters that one script alone uses. Written by tools/make-rule-characters.mjs; sources in SOURCES.md.',
    'character\tother script\tscript',
    ...rows,
    '',
  ].join('\n'),
);

/** The table's entries as [character, alternatives]. */
function pairs(table) {
  return table
    .split('|')
    .map((entry) => entry.split(' '))
    .map(([one, ...others]) => [one, others])
    .filter(([one]) => one.length === 1);
}

/** Whatever becomes `one` in Simplified and stands in Big5: 發髮 for 发. */
function alternatives(one, others) {
  return [...new Set([...others, ...(sources.get(one) ?? [])])]
    .filter((other) => big5.has(other) && other !== one)
    .join('');
}

function decodeRange(encoding, accept) {
  const decoder = new TextDecoder(encoding);
  const found = new Set();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (!accept(lead, trail)) continue;
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && text !== '\ufffd') found.add(text);
    }
  }
  return found;
}
