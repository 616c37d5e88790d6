import assert from 'node:assert/strict';
import { convertName, convertText, type Region } from '../../server/src/features/conversion';

/** `source target`, a pair a line. */
async function assertConverted(from: Region, to: Region, pairs: string): Promise<void> {
  for (const pair of pairs.trim().split('\n')) {
    const [source = '', target] = pair.trim().split(' ');
    assert.equal(await convertText(source, from, to), target, source);
  }
}

describe('conversion into Traditional characters', () => {
  it('keeps the ends of words apart: 发 of 发展 is no hair', () =>
    assertConverted(
      'cn',
      'hk',
      `龙头发展 龍頭發展
       治理发展 治理發展
       资金发放 資金發放
       民生发布会 民生發布會
       不断发掘 不斷發掘
       中断发电 中斷發電
       银发经济 銀髮經濟
       头发生长 頭髮生長
       千钧一发 千鈞一髮`,
    ));
  it('tells systems from manufacture, and cadres from what is dry', () =>
    assertConverted(
      'cn',
      'hk',
      `分配制度 分配制度
       制造业 製造業
       机构编制 機構編制
       能干预 能干預
       若干部门 若干部門
       骨干部队 骨幹部隊
       抗旱保干净水 抗旱保乾淨水`,
    ));
  it('signs, and never draws lots', () =>
    assertConverted('cn', 'hk', '签署 簽署\n签订 簽訂\n电子签名 電子簽名\n联合签批 聯合簽批\n标签 標籤'));
  it('writes what papers of Hong Kong write', () =>
    assertConverted(
      'cn',
      'hk',
      `公布 公布
       群众 群眾
       税务说明 稅務說明
       一周年 一周年
       尽快汇报 盡快匯報
       尽管如此 儘管如此
       行政复议 行政覆議
       东涌线 東涌線
       这里 這裏
       着力 着力`,
    ));
  it('writes what papers of Taiwan write', () =>
    assertConverted('cn', 'tw', '台湾 臺灣\n台风 颱風\n着力 著力\n一周年 一週年\n复核 複核\n卫生 衛生\n这里 這裡'));
});

describe('conversion into Simplified characters', () => {
  it('reads 著 as papers of either place use it', () =>
    assertConverted('hk', 'cn', '接著 接着\n藉着 借着\n顯著 显著\n著名 著名\n隨著 随着'));
  it('goes beyond characters where only a word tells', () =>
    assertConverted(
      'tw',
      'cn',
      '計畫 计划\n規畫 规划\n動畫 动画\n甚麼 什么\n部份 部分\n復甦 复苏\n覆核 复核\n回覆 回复\n覆蓋 覆盖\n乾隆 乾隆\n餅乾 饼干\n憑藉 凭借\n狼藉 狼藉',
    ));
});

describe('personal names', () => {
  it('keep what both scripts have, and change what only Simplified has', async () => {
    const names = '林建岳 范志毅 于海洋 余松 钟志平 马云 习仲勋 郁达夫'.split(' ');
    assert.deepEqual(
      await Promise.all(names.map((name) => convertName(name, 'hk'))),
      '林建岳 范志毅 于海洋 余松 鍾志平 馬雲 習仲勳 郁達夫'.split(' '),
    );
  });
  it('are known by 于 behind an office and before what is said', () =>
    assertConverted('cn', 'hk', '负责人于岚介绍 負責人于嵐介紹\n负责人于昨日抵达 負責人於昨日抵達'));
});
