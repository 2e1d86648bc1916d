/** The text of the bench: 27 duties over columns, sites, units and articles, as many patterns as are kept. */
type Row = readonly [id: string, over: string, by: string, ...lines: readonly string[]];

const published = 'event: article.published';
const [home, week, month, slow] = ['news', 'notices', 'policy', 'plans'].map((one) => `where: { class: ${one} }`);
const dynamic = 'where: { nature: dynamic }';
const column = ['column', 'column.lead'] as const;
const site = ['site', 'site.owner'] as const;
const unit = ['each of section', 'unit'] as const;
const article = ['article', 'author.unit'] as const;

const duties: readonly Row[] = [
  ['home-day', ...column, home as string, published, 'rate: at least 1 per day'],
  ['news-week', ...column, week as string, published, 'rate: at least 1 per week'],
  ['news-days', ...column, week as string, published, 'rate: at least 2 days per week'],
  ['news-month', ...column, month as string, published, 'rate: at least 1 per month'],
  ['gap-home', ...column, home as string, published, 'gap: at most 10 working days'],
  ['gap-week', ...column, week as string, published, 'gap: at most 10 working days'],
  ['gap-3m', ...column, dynamic, published, 'gap: at most 3 months'],
  ['gap-6m', ...column, dynamic, published, 'gap: at most 6 months'],
  ['year-1', ...column, published, 'rate: at least 1 per year'],
  [
    'review-still',
    ...column,
    'where: { nature: static }',
    'event: article.confirmed',
    'due: [ "01-10", "07-10" ]',
    'opens: 40 days before',
  ],
  [
    'review-data',
    ...column,
    'where: { nature: data }',
    'event: article.confirmed',
    'due: [ "01-10", "07-10" ]',
    'opens: 40 days before',
  ],
  ['half-check', ...column, 'event: [article.confirmed, article.updated]', 'rate: at least 1 per half-year'],
  ['slow-year', ...column, slow as string, published, 'rate: at least 2 per year'],
  ['site-day', ...site, published, 'rate: at least 1 per day'],
  ['site-month', ...site, published, 'rate: at least 20 per month'],
  ['site-days', ...site, published, 'rate: at least 2 days per week'],
  ['site-gap', ...site, published, 'gap: at most 10 working days'],
  ['site-year', ...site, 'event: article.updated', 'rate: at least 12 per year'],
  ['site-review', ...site, 'event: article.confirmed', 'due: day 10 of each month', 'opens: 10 days before'],
  ['unit-month', ...unit, published, 'rate: at least 5 per month'],
  ['unit-quarter', ...unit, published, 'rate: at least 10 per quarter'],
  ['unit-year', ...unit, published, 'rate: at least 20 per year'],
  ['unit-gap', ...unit, published, 'gap: at most 1 month'],
  ['unit-kept', ...unit, published, 'lasting: 7 days', 'rate: at least 1 per half-year'],
  ['unit-officer', ...unit, 'keep: at least 1 post information-officer', 'grace: 5 working days'],
  ['out-fast', ...article, 'from: article.approved', 'to: article.published', 'within: 24 hours'],
  ['out', ...article, 'from: article.submitted', 'to: article.published', 'within: 3 working days'],
];

const warned = /^(rate|gap|within):/;
const block = ([id, over, by, ...lines]: Row): string => {
  const warn = lines.some((line) => warned.test(line)) ? ['warn: [70% of time]'] : [];
  return [`\`\`\`duty ${id}`, `over: ${over}`, `by: ${by}`, ...lines, ...warn, '```'].join('\n');
};

/** With these duties only. */
export const textWith = (wants: (id: string) => boolean): string => `---
regulation: bench
title: 测速用的规定
issuer: 某县
version: 1
in_force: from adoption
roles:
  section: { name: 处室, is: units }
scale: { weight: [general], reach: [section] }
---

## 第一条 职责 {#1}

正文。

\`\`\`posts all
list:
  - { id: information-officer, name: 信息员, of: section, may: [write, submit, publish, withdraw] }
\`\`\`

${duties
  .filter(([id]) => wants(id))
  .map(block)
  .join('\n\n')}
`;

export const text = textWith(() => true);
