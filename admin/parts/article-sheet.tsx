/** The text as the public will see it: Song title, two-em indent by style, the public site's sizes. */
import type { RevisionView } from '../../server/contract/views.ts';

type Props = { revision: RevisionView; unit: string; phone?: boolean };

export const countWords = (text: string): number => text.replace(/\s/g, '').length;

export function ArticleSheet({ revision, unit, phone }: Props) {
  const source = revision.source || unit;
  return (
    // The phone's frame scrolls by itself, so it must be reachable with the keyboard.
    <article className={phone ? 'sheet phone' : 'sheet'} aria-label="公众看到的样子" {...(phone && { tabIndex: 0 })}>
      <h2 className="sheet-title">{revision.title}</h2>
      <p className="sheet-facts">
        <span>来源：{source}</span>
        {revision.author && <span>作者：{revision.author}</span>}
        <span>字数：{countWords(revision.text).toLocaleString('zh-CN')}</span>
      </p>
      {/* The server cleaned this HTML when the revision was born; the same bytes go to the public page. */}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: shown exactly as approved, under a policy without inline code */}
      <div className="sheet-body" dangerouslySetInnerHTML={{ __html: revision.html }} />
    </article>
  );
}
