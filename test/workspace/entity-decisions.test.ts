import assert from 'node:assert/strict';
import type { Analysis } from '../../server/src/analysis/types';
import { dataFilesIn } from '../../server/src/node/data-files';
import { readDecisions } from '../../server/src/workspace/decision-reader';
import { createEntityIndex } from '../../server/src/workspace/entity-index';
import { applyLinks } from '../../server/src/workspace/entity-links';
import { buildKnowledge, loadData, type Knowledge } from '../../server/src/workspace/knowledge';
import { createFolderLinks, findContradictions } from '../../server/src/workspace/team-links';

let knowledge: Knowledge;

/** The ids of the mentions with these surfaces, under the decisions of a file. */
function idsOf(text: string, yaml: string, surfaces: readonly string[], path = 'a.txt'): readonly string[] {
  const mentions = decide(text, yaml, path).lines.flatMap((line) => line.mentions);
  return surfaces.map((surface) => {
    const mention = mentions.find((each) => each.surface === surface);
    assert.ok(mention?.entity !== undefined, `${surface} is marked`);
    return mention.entity;
  });
}

function decide(text: string, yaml: string, path = 'a.txt'): Analysis {
  const { decisions, faults } = readDecisions(yaml);
  assert.deepEqual(faults, []);
  const analysis = knowledge.analyzer.analyze(text);
  return applyLinks(analysis, createFolderLinks(decisions, knowledge.naming)(path, analysis));
}

const merge = '- same: [廣東省工業協進會, 海星集團]\n  type: ORGANISATION\n';
const text = '廣東省工業協進會今日開會。海星集團宣布收購。';
const bodies = '香港貿易發展局（下稱貿發局）開會。貿發局說，商務部來訪。';
const persons = '市長陳大文說，市民陳大文不同意。';

describe('decisions of a team', () => {
  before(async () => {
    knowledge = buildKnowledge(await loadData(dataFilesIn('server/data')));
  });

  it('merge two names in every form and script', () => {
    const both = '- same: [香港貿易發展局, 商務部]\n  type: ORGANISATION\n';
    const before = idsOf(bodies, '', ['貿發局', '商務部']);
    assert.notEqual(before[0], before[1]);
    const [full, short, other] = idsOf(bodies, both, ['香港貿易發展局', '貿發局', '商務部']);
    assert.equal(full, other);
    assert.equal(short, other);
    const [simplified] = idsOf('香港贸易发展局开会。', both, ['香港贸易发展局']);
    assert.equal(simplified, other);
  });

  it('merge what the recognisers know nothing of', () => {
    const names = ['廣東省工業協進會', '海星集團'];
    const [full, short] = idsOf(text, merge, names);
    assert.equal(full, short);
  });

  it('merge step by step', () => {
    const steps = [
      '- same: [商務部, 外交部]',
      '  type: ORGANISATION',
      '- same: [外交部, 財政部]',
      '  type: ORGANISATION',
      '',
    ].join('\n');
    const ids = idsOf('商務部、外交部、財政部今日開會。', steps, ['商務部', '外交部', '財政部']);
    assert.equal(new Set(ids).size, 1);
  });

  it('take the offices of a body along', () => {
    const yaml = '- same: [商務部, 財政部]\n  type: ORGANISATION\n';
    const offices = '商務部部長王文濤到訪，財政部部長藍佛安陪同。';
    const analysis = decide(offices, yaml);
    const orgs = analysis.lines.flatMap((line) => line.mentions.flatMap(({ org }) => org ?? []));
    assert.equal(orgs.length, 2);
    assert.equal(new Set(orgs).size, 1);
    const [first, second] = idsOf(offices, yaml, ['商務部部長', '財政部部長']);
    assert.equal(first, second);
  });

  it('keep a short name apart from the body that it is taken for', () => {
    const yaml = '- apart: [香港貿易發展局, 貿發局]\n  type: ORGANISATION\n';
    const [full, short] = idsOf(bodies, yaml, ['香港貿易發展局', '貿發局']);
    assert.notEqual(full, short);
    assert.equal(full, idsOf(bodies, '', ['香港貿易發展局'])[0]);
    // In another document, in the other script, it is the same thing again.
    assert.equal(idsOf('贸发局今天说，香港贸易发展局不同意。', yaml, ['贸发局'])[0], short);
  });

  it('keep one name of two persons apart by document', () => {
    const yaml = '- apart: 陳大文\n  type: PERSON\n  in: [north/*.txt]\n';
    const [here] = idsOf(persons, yaml, ['陳大文'], 'north/a.txt');
    const [there] = idsOf(persons, yaml, ['陳大文'], 'south/a.txt');
    const [also] = idsOf(persons, yaml, ['陳大文'], 'north/b.txt');
    assert.notEqual(here, there);
    assert.equal(here, also);
    assert.equal(there, idsOf(persons, '', ['陳大文'])[0]);
  });

  it('hold in the documents that they name', () => {
    const yaml = '- same: [商務部, 外交部]\n  type: ORGANISATION\n  in: [2023/**]\n';
    const [a, b] = idsOf('商務部與外交部。', yaml, ['商務部', '外交部'], '2023/q1/a.txt');
    assert.equal(a, b);
    const [c, d] = idsOf('商務部與外交部。', yaml, ['商務部', '外交部'], '2024/a.txt');
    assert.notEqual(c, d);
  });

  it('give things a name', () => {
    const yaml = '- name: 貿易發展局（香港）\n  of: 貿發局\n  type: ORGANISATION\n';
    const analysis = decide(bodies, yaml);
    assert.ok([...analysis.entities.values()].some(({ name }) => name === '貿易發展局（香港）'));
  });

  it('leave a document alone that names nothing of what is decided', () => {
    const analysis = knowledge.analyzer.analyze('深圳市今日下雨。');
    const links = createFolderLinks(readDecisions(merge).decisions, knowledge.naming);
    assert.equal(links('a.txt', analysis), undefined);
    assert.equal(applyLinks(analysis, undefined), analysis);
  });

  it('keep the lines about which nothing changes, and the same lines when asked again', () => {
    const several = '深圳市。\n香港貿易發展局與商務部。\n廣州市。';
    const { decisions } = readDecisions('- same: [香港貿易發展局, 商務部]\n  type: ORGANISATION\n');
    const analysis = knowledge.analyzer.analyze(several);
    const links = createFolderLinks(decisions, knowledge.naming);
    const once = applyLinks(analysis, links('a.txt', analysis));
    const twice = applyLinks(analysis, links('a.txt', analysis));
    assert.deepEqual(
      once.lines.map((line, at) => line === analysis.lines[at]),
      [true, false, true],
    );
    assert.equal(once.lines[1], twice.lines[1]);
  });

  it('that contradict each other keep things apart, and are found', () => {
    const yaml = [
      '- apart: [商務部, 財政部]',
      '  type: ORGANISATION',
      '- same: [商務部, 外交部]',
      '  type: ORGANISATION',
      '- same: [外交部, 財政部]',
      '  type: ORGANISATION',
      '',
    ].join('\n');
    const [commerce, foreign, finance] = idsOf('商務部、外交部、財政部。', yaml, ['商務部', '外交部', '財政部']);
    assert.equal(commerce, foreign);
    assert.notEqual(commerce, finance);
    const found = findContradictions(readDecisions(yaml).decisions, knowledge.naming);
    assert.deepEqual(
      found.map(({ line }) => line),
      [5],
    );
  });

  it('move the mentions of the index without reading anything anew', () => {
    const index = createEntityIndex();
    const one = knowledge.analyzer.analyze('香港貿易發展局開會。');
    const two = knowledge.analyzer.analyze('商務部来访，投資500萬元。');
    index.update('a.txt', 'file', one);
    index.update('b.txt', 'file', two);
    const id = one.lines[0]?.mentions[0]?.entity ?? '';
    assert.equal(index.mentionsOf(id).length, 1);
    const yaml =
      '- same: [香港貿易發展局, 商務部]\n  type: ORGANISATION\n- name: 兩局\n  of: 商務部\n  type: ORGANISATION\n';
    index.setLinks(createFolderLinks(readDecisions(yaml).decisions, knowledge.naming));
    const merged = index.things().find(({ count }) => count === 2);
    assert.deepEqual([merged?.name, merged?.files], ['兩局', 2]);
    assert.equal(index.mentionsOf(merged?.id ?? '').length, 2);
    assert.deepEqual(index.countOf(merged?.id ?? ''), { mentions: 2, files: 2 });
    assert.equal(index.mentionsOfTypes(['MONEY'])[0]?.value?.norm, '5000000');
    index.setLinks(() => undefined);
    assert.equal(index.mentionsOf(id).length, 1);
    index.remove('a.txt', 'file');
    assert.equal(index.mentionsOf(id).length, 0);
  });
});
