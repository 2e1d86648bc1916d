import type { ReactNode } from 'react';

type Props = {
  title: string;
  /** What it is read out as, where several have one title. */
  label?: string;
  extra?: ReactNode;
  children: ReactNode;
  bare?: boolean;
  className?: string;
};

/** A framed part of a screen with its own heading. `bare`: what is inside brings its own margins. */
export function Box({ title, label = title, extra, children, bare, className = '' }: Props) {
  return (
    <section className={`box ${className}`} aria-label={label}>
      <header>
        <h2>{title}</h2>
        {extra && <div className="extra">{extra}</div>}
      </header>
      {bare ? children : <div className="in">{children}</div>}
    </section>
  );
}
