/** A mail in words: plain text and the same as plain html, without pictures, scripts or anything fetched. */
import { escapeValue } from '../../core/escape.ts';
import type { Stage } from '../../core/notice.ts';

export type Told = {
  readonly stage: Stage;
  /** The title as mail may have it. */
  readonly outside: string;
  readonly says: string;
  readonly cite: string | null;
  readonly verb: string;
  readonly link: string;
};
export type Message = { readonly subject: string; readonly text: string; readonly html: string };

/** In the order of a reader's worry. */
export const stageNames: Readonly<Record<Stage, string>> = {
  alarm: '警报',
  urged: '催办',
  late: '已超期',
  today: '今天到期',
  soon: '三个工作日内到期',
  warned: '接近期限',
  waits: '等您办',
};
const stages = Object.keys(stageNames) as readonly Stage[];
/** The rest is in the console. */
const shownMax = 50;

/** `console`: where its pages begin, without a slash at the end. */
export function messageOf(told: readonly Told[], person: string, console: string): Message {
  const shown = told.toSorted((a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage)).slice(0, shownMax);
  const groups = stages
    .map((stage) => ({ name: stageNames[stage], of: shown.filter((one) => one.stage === stage) }))
    .filter(({ of }) => of.length > 0);
  const rest = told.length - shown.length;
  const more = rest > 0 ? `另有 ${rest} 件，请到管理台看。` : '';
  const footer = `全部提醒：${console}/notices\n邮件只提醒一次；不想收邮件，可以在“提醒”页关掉，管理台里照样提醒。`;
  return { subject: subjectOf(groups), ...bodies(groups, `${person}，您好：`, more, footer, console) };
}

type Group = { readonly name: string; readonly of: readonly Told[] };

const subjectOf = (groups: readonly Group[]): string =>
  `提醒：${groups.map(({ name, of }) => `${name} ${of.length} 件`).join('，')}`;

function bodies(groups: readonly Group[], hello: string, more: string, footer: string, console: string) {
  const detail = ({ says, cite }: Told) => (cite === null ? says : `${says}，依据${cite}`);
  const text = [
    hello,
    ...groups.map(({ name, of }) =>
      [
        `【${name}】`,
        ...of.map((one, i) => `${i + 1}. ${one.outside}\n   ${detail(one)}\n   ${one.verb}：${console}${one.link}`),
      ].join('\n'),
    ),
    ...(more === '' ? [] : [more]),
    footer,
  ].join('\n\n');
  const item = (one: Told) =>
    `<li><p>${escapeValue(one.outside)}<br>${escapeValue(detail(one))}<br><a href="${escapeValue(console + one.link)}">${escapeValue(one.verb)}</a></p></li>`;
  const list = groups.map(({ name, of }) => `<h2>${escapeValue(name)}</h2><ol>${of.map(item).join('')}</ol>`);
  const lines = [more, ...footer.split('\n')].filter((one) => one !== '').map((one) => `<p>${escapeValue(one)}</p>`);
  const html = `<!doctype html><html lang="zh-CN"><body><p>${escapeValue(hello)}</p>${list.join('')}${lines.join('')}</body></html>`;
  return { text, html };
}
