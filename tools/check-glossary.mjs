// Checks every file of server/data/glossary and prints one line for each fault.
//
// usage: node tools/check-glossary.mjs [--partial] [FOLDER]
//   --partial  links to concepts that do not exist are counted but are no fault,
//              for as long as some of the files are still being written
//
// Exit code 0 when there is no fault, 1 otherwise.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LineCounter, isSeq, parseDocument } from 'yaml';
import { Converter } from 'opencc-js';

const args = process.argv.slice(2);
const partial = args.includes('--partial');
const folder =
  args.find((arg) => !arg.startsWith('--')) ?? fileURLToPath(new URL('../server/data/glossary', import.meta.url));

const hkToCn = Converter({ from: 'hk', to: 'cn' });
const twToCn = Converter({ from: 'tw', to: 'cn' });
const cnToHk = Converter({ from: 'cn', to: 'hk' });
const traditionalToSimplified = Converter({ from: 't', to: 'cn' });
const simplifiedToTraditional = Converter({ from: 'cn', to: 't' });

/** Characters that both scripts have, although a converter may turn them into another one. */
const bothScripts = new Set(
  '后里只干面系台志表范范云丑回才斗谷松余于游制准致注征占朱卷困了克借几姜据向仆曲舍术丰采出冲杯布板并党当吊郁御欲愿岳折症致周洲沈胜杰升叶吁踪涂秋千签佣咸凶旋修吃同吊伙伯伙伏仇岩峰庵床奸娘奔姊捆挂抬挽晒柜柏栗梁染核欣毗沾泛洒淨瓮痴秘穗粽糊群肖背脉腌膻舔茲荐虱蚊規触豬辟迹邨鑑雇雕霉韭飢齣'.split(
    '',
  ),
);

const schema = JSON.parse(readFileSync(join(folder, 'schema.json'), 'utf8'));
const faults = [];
const conceptById = new Map();
const ownersOfForm = new Map();
const countByCategory = new Map();
const links = [];

for (const file of readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .sort())
  checkFile(file);
checkForms();
checkLinks();

for (const fault of faults) console.error(fault);
const counts = [...countByCategory]
  .sort()
  .map(([category, count]) => `${category} ${count}`)
  .join(', ');
console.info(`${conceptById.size} concepts (${counts}); ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;

function checkFile(file) {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(join(folder, file), 'utf8'), { lineCounter: lines });
  for (const error of document.errors) faults.push(`${file}:${error.linePos?.[0].line ?? 1}: ${error.message}`);
  if (document.errors.length > 0) return;
  if (!isSeq(document.contents)) {
    faults.push(`${file}:1: the file is not a list of concepts`);
    return;
  }
  for (const node of document.contents.items) {
    const line = lines.linePos(node.range?.[0] ?? 0).line;
    checkConcept(node.toJSON(), (message) => faults.push(`${file}:${line}: ${message}`));
  }
}

function checkConcept(concept, rawReport) {
  const report = (message) => rawReport(`${concept?.id ?? 'concept without id'}: ${message}`);
  const before = faults.length;
  validate(concept, schema.definitions.concept, '', report);
  if (faults.length > before) return;

  if (conceptById.has(concept.id)) report('the id exists already');
  conceptById.set(concept.id, concept);
  countByCategory.set(concept.category, (countByCategory.get(concept.category) ?? 0) + 1);
  for (const id of concept.related ?? []) links.push({ from: concept.id, to: id, report });

  checkConversion(concept, report);
  for (const field of ['definition', 'usage']) if (concept[field]) checkProse(field, concept[field], report);

  const forms = new Set([concept.forms, concept.short ?? {}].flatMap((byRegion) => Object.values(byRegion).flat()));
  for (const form of forms) {
    const owners = ownersOfForm.get(form) ?? [];
    owners.push({ concept, report });
    ownersOfForm.set(form, owners);
  }
  for (const form of concept.ambiguous ?? [])
    if (!forms.has(form)) report(`ambiguous form ${form} is not among the forms`);
}

/** The part of JSON Schema that the glossary's schema uses. */
function validate(value, rule, path, report) {
  if (rule.$ref) return validate(value, schema.definitions[rule.$ref.replace('#/definitions/', '')], path, report);
  const where = path === '' ? 'the entry' : path;
  if (rule.enum && !rule.enum.includes(value))
    return report(`${where}: ${value} is not one of ${rule.enum.join(', ')}`);
  if (rule.type === 'string') {
    if (typeof value !== 'string') return report(`${where} is not a string`);
    if (value.length < (rule.minLength ?? 0)) report(`${where} is empty`);
    if (value !== value.trim()) report(`${where} begins or ends with a blank`);
    if (rule.pattern && !new RegExp(rule.pattern, 'u').test(value))
      report(`${where}: ${value} does not match ${rule.pattern}`);
  }
  if (rule.type === 'array') {
    if (!Array.isArray(value)) return report(`${where} is not a list`);
    if (value.length < (rule.minItems ?? 0)) report(`${where} is an empty list`);
    if (rule.uniqueItems && new Set(value).size < value.length) report(`${where} names something twice`);
    value.forEach((item, index) => validate(item, rule.items, `${path}[${index}]`, report));
  }
  if (rule.type === 'object') {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return report(`${where} is not a mapping`);
    for (const key of rule.required ?? []) if (!(key in value)) report(`${where} lacks ${key}`);
    if (Object.keys(value).length < (rule.minProperties ?? 0)) report(`${where} is empty`);
    for (const [key, item] of Object.entries(value)) {
      const inner = rule.properties[key];
      if (inner) validate(item, inner, path === '' ? key : `${path}.${key}`, report);
      else report(`${where} has an unknown key ${key}`);
    }
  }
}

/** Variants that the converter prefers but Hong Kong government papers do not. */
function withUsualVariants(text) {
  return text
    .replaceAll('羣', '群')
    .replaceAll('鍛鍊', '鍛煉')
    .replaceAll('綫', '線')
    .replaceAll('峯', '峰')
    .replaceAll('脱', '脫')
    .replaceAll('户', '戶')
    .replaceAll('説', '說')
    .replaceAll('鋭', '銳')
    .replaceAll('税', '稅')
    .replaceAll('閲', '閱')
    .replaceAll('粧', '妝');
}

/** Every form of one region has to be the converted form of another, unless `conversion` says why not. */
function checkConversion(concept, report) {
  if (concept.conversion) return;
  for (const forms of [concept.forms, concept.short]) {
    if (!forms) continue;
    const hk = forms.hk ?? [];
    const cn = forms.cn ?? [];
    const missing = (from, to, convert) => from.filter((form) => !to.includes(convert(form)));
    for (const form of missing(hk, cn, hkToCn))
      report(`${form} converts into ${hkToCn(form)}, which is not among the cn forms`);
    for (const form of missing(forms.tw ?? [], cn, twToCn))
      report(`${form} converts into ${twToCn(form)}, which is not among the cn forms`);
    const cnToUsualHk = (form) => withUsualVariants(cnToHk(form));
    for (const form of missing(cn, hk, cnToUsualHk))
      report(`${form} converts into ${cnToUsualHk(form)}, which is not among the hk forms`);
  }
}

function checkProse(field, text, report) {
  for (const language of ['hant', 'hans']) {
    const sentences = text[language].split(/[。！？]/u).length - 1;
    if (!/[。！？」”）]$/u.test(text[language])) report(`${field}.${language} does not end in a full stop`);
    if (sentences < 1 || sentences > 3) report(`${field}.${language} has ${sentences} sentences`);
    if (/[,;?!]/u.test(text[language].replace(/[A-Za-z0-9 ,.]{2,}/gu, '')))
      report(`${field}.${language} has half-width punctuation`);
  }
  if (!/[.!?]$/u.test(text.en)) report(`${field}.en does not end in a full stop`);
  const simplified = [...text.hant].filter(
    (char) =>
      !bothScripts.has(char) && simplifiedToTraditional(char) !== char && traditionalToSimplified(char) === char,
  );
  if (simplified.length > 0) report(`${field}.hant has Simplified characters: ${simplified.join('')}`);
  const traditional = [...text.hans].filter((char) => traditionalToSimplified(char) !== char);
  if (traditional.length > 0) report(`${field}.hans has Traditional characters: ${traditional.join('')}`);
  const wrongVariant =
    text.hant.match(/[衛裡麵綫]|臺灣|[着著]作|着名/gu)?.filter((found) => !['著作', '麵', '綫'].includes(found)) ?? [];
  if (wrongVariant.length > 0) report(`${field}.hant has forms not used in Hong Kong: ${wrongVariant.join('')}`);
}

/** One form may stand in two concepts only if both call it ambiguous. */
function checkForms() {
  for (const [form, owners] of ownersOfForm) {
    if (owners.length < 2 || owners.every(({ concept }) => concept.ambiguous?.includes(form))) continue;
    owners.at(-1).report(
      `${form} is also a form of ${owners
        .slice(0, -1)
        .map(({ concept }) => concept.id)
        .join(', ')}`,
    );
  }
}

function checkLinks() {
  const dangling = links.filter(({ to }) => !conceptById.has(to));
  if (partial)
    console.info(
      `${dangling.length} links to concepts that do not exist yet: ${[...new Set(dangling.map(({ to }) => to))].join(' ')}`,
    );
  else for (const { to, report } of dangling) report(`related concept ${to} does not exist`);
  for (const { from, to, report } of links) if (from === to) report('links to itself');
}
