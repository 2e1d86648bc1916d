/** What the reference page says before the endpoints. */
import { answerTable } from '../contract/openapi/answers.ts';
import { refusalCodes, say } from '../words/refusals.ts';
import { type Example, variables } from './examples.ts';
import { escaped, list, paragraph, section, shell, tableOf, words } from './html.ts';

const addLine = `menhu key add --system 质检直报 --unit 质量处 --answerable linxiaolan --contact 8800 \\
  --post undertaker@质量处 --verb save --verb submit --verb recall \\
  --column main/sampling --rate 60 --days 365`;

export const obtaining = (): string =>
  section(
    'key',
    '怎样拿到密钥',
    paragraph('密钥由系统的运维人员在服务器上发放，只显示一次；系统里只存它的 SHA-256。每把密钥单独写明：'),
    list([
      '**岗位**：它以哪个单位的什么岗位办理，和这个岗位上的人一样：能看到的、能办的、要走的审批链都相同。',
      '**办理**：存稿、送审、收回、放弃、发布、撤下里开通了哪几种。',
      '**栏目和网站**：只用于哪些，不写就是岗位能到的全部。',
      '**次数、到期、地址**：每分钟几次，哪天到期，只能从哪些地址使用。',
      '**责任人**：本单位里有岗位的一个人。系统送的稿，他算经手人，不能由他审批。',
    ]),
    shell(addLine),
    paragraph(
      '`menhu key list` 列出全部，`menhu key show 前缀` 看一把，`menhu key revoke 前缀` 停用一把：下一次请求就不行了，也不能恢复。',
    ),
    '<h3 id="never">业务系统不能办的事</h3>',
    list([
      '**不能审批、退回、调高属性**：签字必须是人。哪怕岗位上可以，也一律拒绝，并记下来。',
      '人不能办的，系统也不能办：没批完的不能发布，改过的要重新审，别的单位的稿件看不到。',
      '停用或到期以后，还没办的后续（如同时报送）也不再办。',
    ]),
  );

export const asking = (): string =>
  section(
    'request',
    '怎样请求',
    list([
      '每个请求带 `Authorization: Bearer menhu_…`，不带 Cookie；两样都有就拒绝。',
      '内容是 UTF-8 的 JSON，写 `Content-Type: application/json`，最多 7 MB；文件内容写 `application/octet-stream`，每段最多 2 MB。',
      '时间一律是 ISO 8601，UTC。编号是 UUID，新的由调用方定。',
      '不认识的项会被拒绝，请不要多写；回答里以后可能多出新的项，请跳过不认识的。',
    ]),
    '<h3 id="rate">次数</h3>',
    paragraph(
      '每把密钥有自己的每分钟次数，读、写、上传各算各的，任何 60 秒里都不会超过。超过了回答 429，`Retry-After` 是要等的秒数；被拒的不算次数。',
    ),
    '<h3 id="retry">重试</h3>',
    paragraph(
      '改动都带请求编号 `key`。没收到回答、收到 503，或者断了线，就把同一个请求原样再送：只办一次，回答也相同，7 天以内都是这样。同一个编号换了内容是 422。收到 409 以后要办别的，换一个新编号。',
    ),
    '<h3 id="versions">版本</h3>',
    paragraph(
      '每件稿件有 `version`，办一件加一。照最近一次看到的写；别人先办了，就回答 409，`code` 是 `stale`，`view` 是现在的样子。',
    ),
    paragraph(
      '接口本身的版本是程序的版本，写在 [/openapi.json /openapi.json] 里。1.0 以前可能有不兼容的改动，写在 CHANGELOG 里；以后只加不减。',
    ),
  );

export const failing = (): string =>
  section(
    'errors',
    '出错时',
    paragraph(
      '除了 200，回答都是 [#schema-Problem Problem]：`code` 给程序判断，`message` 给人看，`law` 是依据的条款，`fields` 说明哪一项没填对，`reasons` 列出要改的几件事。',
    ),
    tableOf(
      '状态码',
      ['状态', '意思', '怎么办'],
      answerTable.map(({ status, means, remedy }) => [status, escaped(means), escaped(remedy)]),
    ),
    '<details><summary>全部原因代码</summary>',
    tableOf(
      '原因代码',
      ['代码', '说明'],
      [...refusalCodes].sort().map((code) => [`<code>${code}</code>`, escaped(say(code))]),
    ),
    '</details>',
  );

/** What the examples need, and the way through them. */
export const story = (examples: readonly Example[]): string =>
  section(
    'story',
    '从头到尾走一遍',
    paragraph('下面的例子都可以在 bash 里照抄；`photo.jpg` 是随便一张图片。先放好这些：'),
    tableOf(
      '变量',
      ['变量', '放什么'],
      Object.entries(variables).map(([name, what]) => [`<code>${name}</code>`, escaped(what)]),
    ),
    paragraph(
      '标着“新 UUID”的变量，先放一个新的：`ID=$(cat /proc/sys/kernel/random/uuid)`。标着“记下”的，从回答里取。',
    ),
    `<ol>${examples.map(({ title, status }, i) => `<li><a href="#example-${i + 1}">${escaped(title)}</a>${status === 200 ? '' : ` <span class="status">${status}</span>`}</li>`).join('')}</ol>`,
  );

export function exampleOf(example: Example, number: number): string {
  const { title, fresh = [], lines, status, answer, keeps = {}, before, waits } = example;
  const notes = [
    ...(before === 'approved' ? ['这之前，负责人和保密审查员在管理台里同意了这一稿。'] : []),
    ...(fresh.length > 0 ? [`新 UUID：${fresh.map((name) => `\`${name}\``).join('、')}。`] : []),
    ...(waits ? ['每隔一秒问一次，直到 `state` 不再是 `checking`。'] : []),
  ];
  const kept = Object.entries(keeps).map(([name, path]) => `\`${name}\` ← \`${path}\``);
  const gives = answer ? `：\`${JSON.stringify(answer).replaceAll('`', "'")}\` …` : '';
  return [
    `<div class="example"><h4 id="example-${number}">例 ${number}　${escaped(title)}</h4>`,
    ...(notes.length > 0 ? [paragraph(notes.join(''))] : []),
    shell(lines),
    `<p class="gives"><span class="status">${status}</span>${words(gives)}${kept.length > 0 ? `　记下 ${words(kept.join('、'))}` : ''}</p></div>`,
  ].join('');
}
