/** An article of a regulation: hovering or focusing gives its words, a click opens the reader there. */
import { Link } from '@tanstack/react-router';
import { Tooltip } from 'antd';
import type { LawView } from '../../server/contract/views.ts';

const hint = (text: string) => (text.length > 120 ? `“${text.slice(0, 120)}……”` : `“${text}”`);

/** What a hint belongs to: outside of every landmark somebody who goes from one to the next would not meet it. */
const landmarkOf = (trigger: HTMLElement): HTMLElement =>
  trigger.closest<HTMLElement>('dialog, [role=dialog], main') ?? document.body;

export function Law({ law }: { law: LawView }) {
  const [slug = '', article = ''] = law.clause.split('#');
  const link = (
    <Link
      to="/rules/$slug"
      params={{ slug }}
      search={law.adoption === undefined ? {} : { adoption: law.adoption }}
      hash={article}
      className="law"
    >
      {law.cite}
    </Link>
  );
  return law.text ? (
    <Tooltip title={hint(law.text)} trigger={['hover', 'focus']} getPopupContainer={landmarkOf}>
      {link}
    </Tooltip>
  ) : (
    link
  );
}

/** （《……》第几条）, behind a sentence that rests on an article; nothing where it rests on none. */
export const LawBehind = ({ law }: { law: LawView | undefined }) =>
  law && (
    <>
      （<Law law={law} />）
    </>
  );
