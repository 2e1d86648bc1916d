/** A field with its label above, and its error beside it, joined so that both are read out. */
import { type ReactNode, useId } from 'react';

type Joined = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true; status?: 'error' };
type Props = {
  label: string;
  hint?: string;
  error?: string | undefined;
  tools?: ReactNode;
  children: (joined: Joined) => ReactNode;
};

export function Field({ label, hint, error, tools, children }: Props) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <div className="field-head">
        <label htmlFor={id}>{label}</label>
        {hint && (
          <span className="dim" id={`${id}-hint`}>
            {hint}
          </span>
        )}
        {tools && <span className="tools">{tools}</span>}
      </div>
      {children({
        id,
        ...(described && { 'aria-describedby': described }),
        ...(error && { 'aria-invalid': true as const, status: 'error' as const }),
      })}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
