// Writes server/data/script.txt: line 1 the characters that only Traditional texts use, line 2 those that only
// Simplified texts use. Characters that both use (后, 干, 里, 著, 乾 …) stand in neither.
//
//   node tools/make-script-table.mjs
//
// Source: STCharacters and TSCharacters of opencc-js (Apache-2.0); the two hand lists from general knowledge.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const folder = join(dirname(require.resolve('opencc-js/core')), 'dict');
const read = async (name) => (await import(join(folder, `${name}.js`))).default.split('|').map((row) => row.split(' '));

/** Written in Traditional texts too, as words of their own. */
const alsoTraditional =
  '后干里并于余系制游台周伙几了丑范姜斗谷冬才划回胡借克困累帘蒙面仆曲舍胜沈松咸向郁云折征致朱准着只板表别卜布采出淀杰卷刮合' +
  '夸昆据辟秋千丰仇升岩峰幸弦戚挂挽搜昵晒栗核梁棱欲沾涌渺灶炮烟熏狸玩皂碱签粗糊群腌蓑蝎酸雕霉韵黄黑家吁芸症筑注占咨志奸娘' +
  '尸巨局岳弃床彷志扎托抵拼挨捻撑旋朴村柜柿污泛洒浪凄温滩溪漓炉犹猫甜盗碗秆糖罗羡耻肴脉脚腊荐药菇葱虫蜜衔蹄迹郎酬鉴鉴针镇雇霸鳝凶凉凑减净况冲决冰凄厘厩唇啖喂嘱堤墙夜它妆姐宫尝尽屏岭帆席庄弥往忏恒愈戏才捍插散斋晋晚札杆染梅棋棹欢沉没泄洁浚淡渗湾灾炼焰煮犁狭珊珍疏痒癫皋盖眉瞰矮砖祖秘窗竖筒粘累絮缺羌耀联脆膳舱艺苔茵荡莱萝蔑虱蚁蛎蜡袄裙谣贺赖跃踊踪辉逊邻酱里铺镰间闲阱陀陕隶雾';
/** Kept in Simplified texts: 著作, 乾隆, 瞭望, 狼藉 … */
const alsoSimplified = '著乾瞭藉於麽祇徵剋餘夥崑崙讎覆摺於凖佈';
const simplifiedRows = await read('STCharacters');
const traditionalRows = await read('TSCharacters');
const variants = [...'衞爲眞裡裏敎値吿淸郞戶說閱稅脫銳卽旣靑衆峯羣綫牀説閲税脱鋭'];
const isBmp = (char) => char.length === 1;
const simplified = simplifiedRows
  .filter(([char, ...forms]) => isBmp(char) && !forms.includes(char) && !alsoTraditional.includes(char))
  .map(([char]) => char);
const traditional = [...new Set([...traditionalRows.map(([char]) => char), ...variants])].filter(
  (char) => isBmp(char) && !alsoSimplified.includes(char) && !simplified.includes(char),
);
writeFileSync(
  new URL('../server/data/script.txt', import.meta.url),
  `${traditional.join('')}\n${simplified.join('')}\n`,
);
console.error(`${traditional.length} Traditional only, ${simplified.length} Simplified only`);
