/** A text with what was searched for marked in it. */
import { Fragment } from 'react';

type Piece = { readonly text: string; readonly hit: boolean };

export const Pieces = ({ pieces }: { pieces: readonly Piece[] }) =>
  pieces.map(({ text, hit }, n) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never change their order
    <Fragment key={n}>{hit ? <mark>{text}</mark> : text}</Fragment>
  ));
