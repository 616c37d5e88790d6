import assert from 'node:assert/strict';
import { findingsOf } from '../support/findings';

const found = (text: string): readonly string[] => findingsOf(text, 'mixed-script').map(({ text: stretch }) => stretch);

describe('mixed-script', () => {
  it('finds words that a careless conversion left behind', () => {
    assert.deepEqual(found('各位代表就關于區域合作的議題進行討論，並參觀了制造業園區。'), ['關于', '制造業']);
    assert.deepEqual(found('遊客可以復制這條旅游路線，關系不大。'), ['復制', '旅游', '關系']);
  });

  it('finds a character that only the other script has', () => {
    assert.deepEqual(found('這個國家的经驗值得學習，發展應當繼續。'), ['经']);
    assert.deepEqual(found('这个国家的經验值得学习，发展应当继续。'), ['經']);
  });

  it('tells of likely ones only beside surer signs', () => {
    const likely = '當地有二十余家企業參加，并走訪了夥伴與潮涌的城市。';
    assert.deepEqual(found(likely), []);
    assert.deepEqual(found(`${likely}\n這是關于發展的報告。`), ['余', '并', '潮涌', '關于']);
  });

  it('spares words that only seem to stand there, variants that Traditional papers have, and Japanese', () => {
    for (const text of [
      '歌手表演完畢，市民高舉雙手表示歡迎，應考試制度亦獲改善。',
      '展覽追尋歷史足迹，各界携手游說業主，走失踪跡難尋；大家睇吓就知，市民生活拮据。',
      '書名《乱世の英雄》引起讀者的興趣，作者應邀發言。',
    ])
      assert.deepEqual(found(`${text}\n政府將繼續聽取意見，發展經濟。`), [], text);
  });

  it('offers each of several characters that it may be', () => {
    const [one] = findingsOf('當局繼續點算現場所餘的三发信號，並作檢討。', 'mixed-script');
    assert.deepEqual(
      one?.finding.fixes.map(({ edits, preferred }) => [edits[0]?.text, preferred]),
      [
        ['發', false],
        ['髮', false],
      ],
    );
  });

  it('spares words that are right, names, and texts of one script', () => {
    for (const text of [
      '政府的控制制度與體制機制，皇后大道公里數，干涉內政的條文。',
      '并州與鰂魚涌、葵涌、東涌的居民出席會議。',
      '余先生與于小姐出席會議，發言支持發展。',
      '这个国家的经验值得学习，关于发展的报告应当继续。',
    ])
      assert.deepEqual(found(text), [], text);
  });
});
