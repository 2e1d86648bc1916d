import type { ReactNode } from 'react';

type Props = { title: string; extra?: ReactNode; children: ReactNode; bare?: boolean; className?: string };

/** A framed part of a screen with its own heading. `bare`: what is inside brings its own margins. */
export function Box({ title, extra, children, bare, className = '' }: Props) {
  return (
    <section className={`box ${className}`} aria-label={title}>
      <header>
        <h2>{title}</h2>
        {extra && <div className="extra">{extra}</div>}
      </header>
      {bare ? children : <div className="in">{children}</div>}
    </section>
  );
}
