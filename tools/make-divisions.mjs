// Writes server/data/lexicon/divisions.tsv: every administrative division of China to county level.
//
//   node tools/make-divisions.mjs PATH/TO/areas.csv
//
// areas.csv is the county list of modood/Administrative-divisions-of-China (WTFPL; columns code, name,
// cityCode, provinceCode). Provinces, prefectures, Hong Kong, Macao, Taiwan and the short forms that need a
// word about them stand in tools/divisions/. The same input gives the same output, byte for byte.

import { readFileSync, writeFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';

const here = new URL('./divisions/', import.meta.url);
const output = new URL('../server/data/lexicon/divisions.tsv', import.meta.url);

const header = `# Administrative divisions of China to county level, with Hong Kong, Macao and Taiwan.
# Source: areas.csv of modood/Administrative-divisions-of-China (WTFPL) for counties; provinces, prefectures,
# short forms and special regions compiled by hand (tools/divisions/). Written by tools/make-divisions.mjs: edit there.
# Where several rows share a name (鼓楼区), the row whose near words stand in the document is meant.
id	type	name	forms	near	english
`;

/** Full names that are never read as names by themselves; the parent's name must be joined to them. */
const genericNames = new Set([
  '城区',
  '郊区',
  '矿区',
  '东区',
  '西区',
  '新区',
  '市区',
  '市中区',
  '城中区',
  '新城区',
  '城关区',
]);

const nationalities =
  '蒙古族 回族 藏族 维吾尔 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克 傣族 黎族 傈僳族 佤族 畲族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯 普米族 塔吉克 怒族 俄罗斯 鄂温克族 保安族 裕固族 京族 独龙族 鄂伦春 各族 蒙古'.split(
    ' ',
  );

function readTable(url) {
  const lines = readFileSync(url, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const columns = lines[0].split('\t');
  return lines.slice(1).map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
  });
}

function readAreas(path) {
  return readFileSync(path, 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => {
      const [code, name, cityCode, provinceCode] = line.split(',').map((cell) => cell.replaceAll('"', ''));
      return { code, name, cityCode, provinceCode };
    });
}

/** 乐东黎族自治县 → 乐东, 德清县 → 德清, 赵县 → undefined: what is left must have two characters. */
function shortForm(name) {
  if (/(开发区|管理区|园区|示范区|产业区|食品区|管委会|委员会|群岛|新城|海域)$/u.test(name)) return undefined;
  let rest = name.replace(/(自治[县旗]|新区|矿区|林区|特区|[县市区旗])$/u, '');
  if (/自治[县旗]$/u.test(name)) {
    for (let again = true; again;) {
      again = false;
      for (const nationality of nationalities) {
        if (rest.endsWith(nationality) && rest.length - nationality.length >= 2) {
          rest = rest.slice(0, -nationality.length);
          again = true;
        }
      }
    }
  }
  return rest.length >= 2 && rest !== name ? rest : undefined;
}

/** Latin letters for an id; names whose reading is not the usual one stand here. */
function toPinyin(name) {
  if (name === '什邡') return 'shifang';
  return pinyin(name, { toneType: 'none', type: 'array', v: true })
    .join('')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}

const areasPath = process.argv[2];
if (areasPath === undefined) {
  console.error('usage: node tools/make-divisions.mjs PATH/TO/areas.csv');
  process.exit(2);
}

const provinces = readTable(new URL('provinces.tsv', here));
const prefectures = readTable(new URL('prefectures.tsv', here));
const specialRegions = readTable(new URL('special-regions.tsv', here));
const marks = new Map(readTable(new URL('short-forms.tsv', here)).map(({ form, mark }) => [form, mark]));
const areas = readAreas(areasPath);

const provinceByCode = new Map(provinces.map((province) => [province.code, province]));
const prefectureByCode = new Map(prefectures.map((prefecture) => [prefecture.code, prefecture]));
const takenForms = new Set([...provinces, ...prefectures].flatMap(({ name, forms }) => [name, ...forms.split('|')]));
const countyForms = new Map();
for (const { name } of areas) {
  const form = shortForm(name);
  if (form !== undefined) countyForms.set(form, (countyForms.get(form) ?? 0) + 1);
}

const bare = (forms, name) => forms.split('|')[0]?.replace(/^[?!]/, '') || name.replace(/(省|市|地区|盟)$/u, '');
const rows = [];
const add = (id, name, forms, near, english = '') =>
  rows.push([`L-${id}`, 'PLACE', name, forms.join('|'), near.join('|'), english].join('\t'));
const split = (cell) => cell.split('|').filter((part) => part !== '');

for (const { id, name, forms, near, english } of provinces) add(id, name, split(forms), split(near), english);
for (const { code, pinyin: latin, name, forms, near } of prefectures) {
  const province = provinceByCode.get(code.slice(0, 2));
  add(`${province.id}-${latin}`, name, split(forms), near === '' ? [bare(province.forms, province.name)] : split(near));
}
for (const { id, name, forms, near, english } of specialRegions) {
  const isAmbiguous = name.startsWith('?');
  add(id, name.replace(/^\?/, ''), [...(isAmbiguous ? [name] : []), ...split(forms)], split(near), english);
}

const usedIds = new Set(rows.map((row) => row.split('\t')[0]));
for (const { code, name, cityCode, provinceCode } of areas) {
  const province = provinceByCode.get(provinceCode);
  const prefecture = prefectureByCode.get(cityCode);
  const parents = [
    ...(prefecture === undefined ? [] : [bare(prefecture.forms, prefecture.name)]),
    bare(province.forms, province.name),
  ];
  const parentId = prefecture === undefined ? province.id : `${province.id}-${prefecture.pinyin}`;
  const form = shortForm(name);
  const forms = [];
  if (genericNames.has(name)) forms.push(`!${name}`);
  if (form !== undefined && !takenForms.has(form) && !genericNames.has(name)) {
    const mark = marks.get(form) ?? (form.length > 2 && !/^..[开高经]/u.test(form) ? 'plain' : '?');
    if (mark === '!') forms.push(`!${form}`);
    else forms.push(mark === 'plain' && countyForms.get(form) === 1 ? form : `?${form}`);
  }
  const fullName = genericNames.has(name) ? `${prefecture?.name ?? province.name}${name}` : name;
  let id = `${parentId}-${toPinyin(form ?? name)}`;
  if (usedIds.has(`L-${id}`)) id = `${id}-${code}`;
  usedIds.add(`L-${id}`);
  add(id, fullName, forms, parents);
}

writeFileSync(output, `${header}${rows.join('\n')}\n`);
console.log(`${rows.length} divisions`);
