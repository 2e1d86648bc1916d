/** Two revisions beside each other in one text: what is gone struck out, what is new underlaid, fields and facets too. */

import { useMemo } from 'react';
import { sizeWords } from '../../../core/size-words.ts';
import type { FileView } from '../../../server/contract/files.ts';
import type { RevisionView } from '../../../server/contract/views.ts';
import { disclosureNames, fieldNames, kindNames, reachNames, sensitiveNames, weightNames } from '../../words.ts';
import { changes, type Piece } from './changes.ts';
import '../../style/compare.css';

type Props = {
  before: RevisionView;
  after: RevisionView;
  /** What the later text is called, where it is no revision. */
  name?: string;
};

const facts = (r: RevisionView): Array<[string, string]> => [
  [fieldNames.title, r.title],
  [fieldNames.source, r.source],
  [fieldNames.author, r.author],
  ['转载', r.reprint ? '是' : '否'],
  ['原文网址', r.link],
  [fieldNames.expires, r.expires ?? ''],
  ['种类', kindNames[r.kind]],
  ['涉及范围', reachNames[r.facets.reach].name],
  ['重要程度', weightNames[r.facets.weight].name],
  ['是否敏感', sensitiveNames[r.facets.sensitive].name],
  ['公开方式', disclosureNames[r.facets.disclosure].name],
];

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map((p, n) => {
    // The pieces of one comparison never change their order, so their place is their key.
    const key = n;
    if (p.is === 'added') return <ins key={key}>{p.text}</ins>;
    if (p.is === 'gone') return <del key={key}>{p.text}</del>;
    return <span key={key}>{p.text}</span>;
  });
}

function ChangedFacts({ before, after }: Props) {
  const old = facts(before);
  const changed = facts(after).flatMap(([name, now], n) =>
    old[n]?.[1] === now ? [] : [{ name, was: old[n]?.[1], now }],
  );
  if (changed.length === 0) return <p className="dim">标题、来源、作者、转载、到期日和属性都没有变。</p>;
  return (
    <dl className="facts">
      {changed.map((c) => (
        <div key={c.name}>
          <dt>{c.name}</dt>
          <dd>
            {c.was && <del>{c.was}</del>} {c.now && <ins>{c.now}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A file is known by its address: the same name at another address is another file. */
function ChangedFiles({ before, after }: Props) {
  const has = (r: RevisionView, id: string) => r.files.some((f) => f.id === id);
  const gone = before.files.filter((f) => !has(after, f.id));
  const added = after.files.filter((f) => !has(before, f.id));
  if (gone.length + added.length === 0)
    return after.files.length > 0 ? <p className="dim">图片和附件都没有变。</p> : null;
  const line = (f: FileView) =>
    `${f.kind === 'picture' ? '图片' : '附件'} ${f.name}（${f.type}，${sizeWords(f.size)}）`;
  return (
    <ul className="changed-files" aria-label="图片和附件的变化">
      {gone.map((f) => (
        <li key={f.id}>
          <del>{line(f)}</del>
        </li>
      ))}
      {added.map((f) => (
        <li key={f.id}>
          <ins>{line(f)}</ins>{' '}
          <a href={f.address} target="_blank" rel="noreferrer">
            打开
          </a>
        </li>
      ))}
    </ul>
  );
}

export function Compare({ before, after, name }: Props) {
  const pieces = useMemo(() => changes(before.text, after.text), [before.text, after.text]);
  const same = pieces.every((p) => p.is === 'same');
  return (
    <div className="compare">
      <p className="dim">
        第 {before.number} 稿 → {name ?? `第 ${after.number} 稿`}：<del>删去的</del> <ins>新加的</ins>
      </p>
      <ChangedFacts before={before} after={after} />
      <ChangedFiles before={before} after={after} />
      {same ? <p className="dim">正文没有变。</p> : null}
      <div className="compare-text">
        <Pieces pieces={pieces} />
      </div>
    </div>
  );
}
