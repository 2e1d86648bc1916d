/** What a person is told of a file that is kept; shared by who takes files in and who shows them in a text. */
import type { FileView } from './contract/files.ts';

/** One size of a picture, or a document: `name` is the last part of its address, `type` the media type it is served with. */
export type Published = {
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly type: string;
  readonly width?: number;
  readonly height?: number;
};
export type StoredFile = {
  readonly id: string;
  readonly kind: 'picture' | 'document' | 'original';
  readonly name: string;
  readonly type: string;
  /** Largest first. */
  readonly published: readonly Published[];
  readonly scanned: boolean;
  readonly notes: readonly string[];
};

/** The largest piece stands for the file; browsers choose among the others. Throws on a row without pieces: the store writes none. */
export function fileView({ id, kind, name, type, published, scanned, notes }: StoredFile): FileView {
  const [main] = published;
  if (!main) throw new Error(`the file ${id} has no piece`);
  const addressOf = (piece: Published): string => `/files/${id}/${piece.name}`;
  const srcset = [...published].reverse().map((piece) => `${addressOf(piece)} ${piece.width}w`);
  return {
    id,
    kind,
    name,
    type,
    size: main.size,
    address: addressOf(main),
    ...(main.width && main.height ? { width: main.width, height: main.height } : {}),
    ...(kind === 'picture' && published.length > 1 ? { srcset: srcset.join(', ') } : {}),
    scanned,
    notes: [...notes],
  };
}
