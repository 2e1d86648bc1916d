/** The browser's own dialog: it keeps the focus inside, closes on Esc and gives the focus back. */
import { type ReactNode, useEffect, useId, useRef } from 'react';

type Props = {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Where it stands: in the middle, at the right (to read), at the left (the menu on a phone). */
  side?: 'middle' | 'right' | 'left';
};

export function Dialog({ title, onClose, children, side = 'middle' }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes a dialog by itself; the click is on the ground beside it
    <dialog
      ref={dialog}
      className={`dialog ${side}`}
      aria-labelledby={heading}
      onCancel={(e) => {
        e.preventDefault();
        onClose();
      }}
      onClick={(e) => e.target === dialog.current && onClose()}
    >
      <div className="dialog-in">
        <header>
          <h2 id={heading}>{title}</h2>
          <button type="button" className="close" aria-label="关上" onClick={onClose}>
            ×
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
