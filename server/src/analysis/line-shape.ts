import type { LineKind } from './types';

/** What one line looks like by itself, before its neighbours are asked; cached with the line. */
export interface LineShape {
  readonly kind: LineKind;
  /** The level of a heading that shows by itself (#, 一、, 第一章); else 0. */
  readonly level: number;
  /** The view without blanks around it. */
  readonly trimmed: string;
  /** Could be a heading if it stands where headings stand: short, no stop at its end. */
  readonly titleLike: boolean;
  /** Reads like running text. */
  readonly running: boolean;
  /** A word that site menus are made of. */
  readonly menuItem: boolean;
  /** Opens a list of links to other pages: 相關新聞. */
  readonly linksOpener: boolean;
}

/** Whether a document's structure is the same with either line in one place; errs on the side of saying no. */
export function isAlike(a: LineShape, b: LineShape): boolean {
  return (
    a.trimmed === b.trimmed ||
    (a.kind === b.kind &&
      a.kind !== 'rule' &&
      a.level === b.level &&
      a.titleLike === b.titleLike &&
      a.running === b.running &&
      a.menuItem === b.menuItem &&
      a.linksOpener === b.linksOpener &&
      a.trimmed !== '|' &&
      b.trimmed !== '|' &&
      mayBeUnderlined(a) === mayBeUnderlined(b))
  );
}

/** Whether a rule below makes the line a heading. */
export function mayBeUnderlined({ trimmed }: LineShape): boolean {
  return trimmed.length <= 60 && !/[。;]$/u.test(trimmed);
}

/** Looks at one line's view. Linear in its length. */
export function shapeOf(view: string): LineShape {
  const trimmed = view.length > 4000 ? view.slice(0, 4000) : view.trim();
  const { kind, level } = kindOf(trimmed);
  return {
    kind,
    level,
    trimmed,
    titleLike: isTitleLike(trimmed),
    running: trimmed.length >= 40 || /[。;!?”]$/u.test(trimmed),
    menuItem: trimmed.length <= 8 && menuWord.test(trimmed),
    linksOpener: trimmed.length <= 30 && linksOpener.test(trimmed),
  };
}

interface Shape {
  readonly kind: LineKind;
  readonly level: number;
}

const plain = (kind: LineKind): Shape => ({ kind, level: 0 });

function kindOf(text: string): Shape {
  if (text === '') return plain('blank');
  if (text.length > 400) return plain('text');
  if (ruleLine.test(text)) return plain('rule');
  if (templateLine.test(text)) return plain('template');
  const markdown = /^(#{1,6})\s+\S/u.exec(text);
  if (markdown) return { kind: 'heading', level: markdown[1]?.length ?? 1 };
  if (breadcrumb.test(text)) return plain('menu');
  if (widget.test(text) && text.length <= 40) return plain('widget');
  if (footer.test(text)) return plain('footer');
  if (text.length <= 120 && dateline.test(text)) return plain('dateline');
  if (text.length <= 80 && credit.test(text)) return plain('credit');
  if (text.length <= 120 && caption.test(text)) return plain('caption');
  for (const [pattern, level] of numbered) {
    if (pattern.test(text) && text.length <= 60 && !/[。;!?]$/u.test(text)) return { kind: 'heading', level };
  }
  if (/^(?:[-*+·◆■□▲►]\s*|\d{1,2}[.)、]\s?|[(]\d{1,2}[)])\S/u.test(text)) return plain('list');
  return plain('text');
}

const ruleLine = /^(?:[-=_*~#·.+<>|]\s?){2,}$/u;
const templateLine =
  /^(?:<[%!?/a-zA-Z][^]*>|<%[^]*|%>|pageEncoding=.*|[\w/-]+\.(?:html?|jsp|aspx?|php)|true|false|null|undefined|\{\{.*\}\})$/u;
const breadcrumb = /^(?:当前位置|您?现?在?的?位置|首页)\s*[:>»/|-]|^首页$|>\s*正文$/u;
const widget =
  /^[【[(\s]*(?:字号|字体|分享|分享到|分享至|分享:|打印|列印|友善列印|收藏|点赞|评论|扫码|扫一扫|复制链接|复制文章连结|切换文字大小|以line分享|参与讨论|订阅|追踪|追蹤|关注我们|放大|缩小|加大|减小|还原|全屏|下载|返回顶部|回到顶部|关闭窗口|关闭本页|我要纠错|网友评论|跳至主要内容|跳到主要内容|阅读原文|查看原文|back$|more$|更多$|更 多$|\[查看原文\])/iu;
const footer =
  /版权所有|copyright|©|all rights reserved|icp备|公网安备|京icp证|许可证\(|未经.{0,8}(?:授权|许可|同意).{0,14}(?:转载|使用|复制)|(?:不代表|并不代表).{0,12}(?:观点|立场)|免责声明|侵权.{0,6}联系|信息快照|网站地图$|举报电话|客服专线|业务专线|主办单位:.*承办单位:|隐私(?:权声明|政策|安全)$|服务条款$/iu;
const dateline =
  /^(?:发布|发稿|更新|发表|创建|时间|日期|来源|稿件来源|文章来源|信息来源|作者|类别|稿源|本文转自|出处)[^。]{0,12}[:\s]|(?:发布时间|发稿时间|更新时间|发布日期)\s?:|^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?(?:\s*[|来].*)?$/u;
const credit =
  /^[【(◆\s]*(?:责任编辑|责编|编辑|编审|审核|校对|记者|通讯员|文\/|撰文|整理|作者|摄影|图\/|监制|主编|策划|一审|二审|三审|本报记者|本刊记者)\s*[:/]|^[◆·\s]*\S{2,10}记者\s\S{2,20}$/u;
const caption =
  /(?:\s|[.。)])\S{0,8}摄[)。]?$|^◆.*|\(?(?:资料图片?|网络图片|图片来自.*|政府新闻处图?片?)\)?$|^(?:图为|上图|下图|左图|右图|图:)/u;
const numbered: readonly (readonly [RegExp, number])[] = [
  [/^第[一二三四五六七八九十百\d]{1,4}(?:编|部分)(?:\s|:|$)/u, 1],
  [/^第[一二三四五六七八九十百\d]{1,4}章(?:\s|:|$)?/u, 2],
  [/^第[一二三四五六七八九十百\d]{1,4}节(?:\s|:|$)?/u, 3],
  [/^[一二三四五六七八九十]{1,3}、\S/u, 2],
  [/^\([一二三四五六七八九十]{1,3}\s?\)\S/u, 3],
];

function isTitleLike(text: string): boolean {
  if (text.length > 50 || /[。;:,、!?…]$/u.test(text) || text.includes('。')) return false;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han >= 5 && !/^[“(【]?.*记者.{2,12}$/u.test(text);
}

const linksOpener =
  /^(?:相关(?:新闻|阅读|链接|报道|文章|推荐|专题)|延伸阅读|推荐阅读|热门|更多关于|猜你喜欢|您可能感兴趣|最新(?:新闻|资讯)|视频$|更\s?多$|信息原文地址|上一篇|下一篇|活动讯息|留言讨论|编辑精选|站外导航)/u;

const menuWord =
  /^[·\s]*(?:首页|主页|登录|登入|注册|新闻|资讯|国内|国际|财经|体育|娱乐|科技|教育|健康|视频|图片|专题|评论|博客|论坛|搜索|导航|日报|要闻|时政|社会|我的订阅|更多|更 多|more|内容|正文|english|繁体|简体|无障碍|关于我们|联系我们|联络我们|联系方式|服务条款|隐私.{0,4}|网站地图|版权.{0,3}|常见问题|客服.{0,4}|广告.{0,4}|报纸广告|订阅.{0,4}|加\s?line|好友|追踪|即日新闻|商圈资讯|.{2,4}资讯|.{2,5}商圈)$/iu;
