/** A text of our own beside the library: duties in every pattern over what the product carries out already, with each of their keys. */

export const extra = `---
regulation: extra
title: 某局网站值守办法
issuer: 某局
version: 1
in_force: from adoption
roles:
  office:  { name: 办公室, is: unit }
  section: { name: 处室, is: units }
scale: { weight: [general, important, major], reach: [section, bureau] }
---

## 第一条 {#1}

\`\`\`columns main
list:
  - { id: bulletin, name: 简报, nature: dynamic, lead: office }
  - { id: rules, name: 制度, nature: static, lead: office }
  - { id: figures, name: 数据, nature: data, lead: section, share: any }
\`\`\`

\`\`\`posts all
list: [ { id: writer, name: 撰稿人, of: section, may: [write, submit, publish, withdraw] } ]
\`\`\`

## 第二条 {#2}

\`\`\`duty weekly
over: each of section
by: unit
event: article.published
rate: [at least 2 days per week, at least 3 per half-month, at most 40 per month]
lasting: 7 days
warn: 2 days before
\`\`\`

\`\`\`duty led
over: column
by: column.lead
event: [article.published, article.updated]
in: { weight: important.. }
rate: at least 1 per month
\`\`\`

\`\`\`duty daily
over: portal
by: any of section
event: article.published
rate: at least 1 per working day
credit: author.unit
warn: at 15:00
\`\`\`

\`\`\`duty rested
over: column
by: column.lead
event: article.published
gap: below 10 working days
pauses: [article.marked_invalid..article.confirmed at most 5 working days in all]
warn: [70 % of time, 2 working days before]
\`\`\`

\`\`\`duty quick
over: article
by: column.lead
where: { weight: general }
from: article.approved
to: [article.published, article.updated]
within: 2 working days
if: article.step_taken
pauses: [article.returned..article.submitted at most 3 days in all]
restarts: article.recalled
extension: { by: 1 working day, event: article.scheduled }
\`\`\`

\`\`\`duty handed-in
over: each of section
by: unit
event: article.published
credit: column.lead
due: [day 10 of each month, last working day of each quarter]
opens: 8 days before
warn: 3 days before
\`\`\`

\`\`\`duty month-before
over: column figures
by: any of section
event: article.updated
due: day 20 of each month
about: previous month
\`\`\`

\`\`\`duty after-expiry
over: column
by: column.lead
event: [article.updated, article.confirmed, article.withdrawn]
due: 3 working days after article.expired
\`\`\`

\`\`\`duty rework
over: site
by: site.owner
share: article.updated at most 40 % of article.published over last 30 days
sample: at least 1 per month
warn: above 30 %
\`\`\`

\`\`\`duty by-day
over: site
by: site.owner
share: article.updated at most 40 % of article.published per quarter
between: 08:00..18:00
\`\`\`

\`\`\`duty all-active
over: portal
by: office
share: column with article.published at least 60 % of column per month
\`\`\`

\`\`\`duty site-active
over: site
by: site.owner
share: column with article.published at least 50 % of column per quarter
\`\`\`

\`\`\`duty alive
over: site
by: site.owner
event: article.published
gap: at most 8 days
\`\`\`

\`\`\`duty not-too-much
over: site
by: site.owner
event: [article.published, article.updated]
rate: at most 6 per week
\`\`\`

\`\`\`duty stocked
over: column
by: column.lead
keep: at least 2 article
in: { weight: [general, important] }
grace: 10 days
\`\`\`

\`\`\`duty few-empty
over: site
by: site.owner
keep: below 2 column
in: { articles: exactly 0 }
grace: 5 working days
\`\`\`

\`\`\`duty written
over: each of section
by: unit
keep: at least 1 post writer
grace: 5 working days
\`\`\`

\`\`\`duty neglected
over: site
by: site.owner
count: below 2 of [rested, led] breached
leave_out: [month-before]
\`\`\`

\`\`\`duty neglected-quarter
over: each of section
by: unit
count: below 4 of [weekly, handed-in] breached per quarter
\`\`\`
`;
