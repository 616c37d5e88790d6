// Writes server/data/fold.txt: the many-to-one character table that the view folds with.
//
//   node tools/make-fold-table.mjs
//
// Line 1 holds the source characters, line 2 their folded forms, position by position; all lie in the BMP, so folding
// keeps UTF-16 length. Source: the character dictionaries of opencc-js (Apache-2.0), Unicode NFKC for compatibility
// ideographs, and the hand list below for glyph variants that neither covers.
import { writeFileSync } from 'node:fs';
import { ConverterFactory } from 'opencc-js/core';
import { from, to } from 'opencc-js/preset';

const simplify = ConverterFactory(from.hk, from.tw, to.cn);
const glyphVariants = new Map(
  [
    ...'淸清敎教値值吿告戶户衆众說说閱阅稅税脫脱銳锐卽即旣既溫温郞郎靑青敍叙氷冰晩晚塡填眞真愼慎顚颠靜静淨净爭争爲为僞伪麪面峯峰裡里裏里着着著着乾干瞭了藉借羣群啓启綫线牀床鷄鸡衹只祇只秖只阪坂妳你祂他牠它彊强勳勋勛勋姪侄鉅巨',
  ].reduce((pairs, char, i, all) => (i % 2 === 0 ? [...pairs, [char, all[i + 1]]] : pairs), []),
);

let sources = '';
let folded = '';
const ranges = [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xf900, 0xfaff],
];
for (const [first, last] of ranges) {
  for (let code = first; code <= last; code += 1) {
    const char = String.fromCharCode(code);
    const normal = char.normalize('NFKC');
    let result = glyphVariants.get(normal) ?? simplify(normal);
    result = glyphVariants.get(result) ?? result;
    if (result.length !== 1 || result === char) continue;
    sources += char;
    folded += result;
  }
}
writeFileSync(new URL('../server/data/fold.txt', import.meta.url), `${sources}\n${folded}\n`);
console.error(`${sources.length} characters fold`);
