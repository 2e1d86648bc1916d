/** A status by shape, colour and word together, never by colour alone. */
import type { ReactNode } from 'react';

export type Tone = 'met' | 'pending' | 'warned' | 'breached' | 'exempt' | 'provisional';

const ring = (dashes?: string) => (
  <circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" strokeWidth="2.2" strokeDasharray={dashes} />
);
const line = (d: string, width = 2.4) => <path d={d} stroke="currentColor" strokeWidth={width} fill="none" />;
const cut = (d: string) => <path d={d} stroke="#fff" strokeWidth="2.4" strokeLinecap="round" fill="none" />;

const shapes: Record<Tone, ReactNode> = {
  met: (
    <>
      <circle cx="12" cy="12" r="10" fill="currentColor" />
      {cut('M7.5 12.3l3.1 3.1 6-6.4')}
    </>
  ),
  pending: (
    <>
      {ring()}
      {line('M12 7v5.4l3.4 2', 2.2)}
    </>
  ),
  warned: (
    <>
      <path d="M12 2.2L22.6 21H1.4z" fill="currentColor" />
      {cut('M12 9v5.2m0 3v.3')}
    </>
  ),
  breached: (
    <>
      <path d="M7.9 2.5h8.2l5.4 5.4v8.2l-5.4 5.4H7.9l-5.4-5.4V7.9z" fill="currentColor" />
      {cut('M8.5 8.5l7 7m0-7l-7 7')}
    </>
  ),
  exempt: (
    <>
      {ring()}
      {line('M8 12h8')}
    </>
  ),
  provisional: (
    <>
      {ring('3.2 2.6')}
      {line('M9.6 9.6a2.5 2.5 0 1 1 3.4 2.6c-.7.4-1 .8-1 1.6m0 2.6v.2', 2)}
    </>
  ),
};

/** With a `label` it stands alone and is read out; without one a word stands beside it. */
export function Light({ tone, label }: { tone: Tone; label?: string }) {
  return label ? (
    <svg className={`light ${tone}`} viewBox="0 0 24 24" role="img" aria-label={label}>
      {shapes[tone]}
    </svg>
  ) : (
    <svg className={`light ${tone}`} viewBox="0 0 24 24" aria-hidden="true">
      {shapes[tone]}
    </svg>
  );
}
