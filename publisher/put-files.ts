/** Files on their way out: before the page that names them, each proved against its hash; and away when nothing names them. */
import { createHash } from 'node:crypto';
import type { Leaving } from './load-files.ts';
import { filePath } from './page/key.ts';
import type { Piece, PublicFile } from './page/rows.ts';
import type { Taken, Target } from './target.ts';

/** Where bytes are kept, under their hash. Rejects when they are gone or damaged; with a system's code when it can't tell now. */
export type Bytes = { read(sha256: string): Promise<Buffer> };

/** The page can't be shown as it was approved: it is set aside, and what stood there stays. */
export class Unfit extends Error {}

type Work = {
  readonly target: Target;
  readonly asOf: number;
  readonly files: Bytes;
  readonly between: () => Promise<void>;
};

/**
 * All files of one page. False: one of them was taken away later than this page was read, so the page is old.
 * Throws Unfit when bytes are missing; what the disk says goes through, and is tried again.
 */
export async function putFiles(work: Work, files: readonly PublicFile[]): Promise<boolean> {
  for (const file of files) {
    fitting(file);
    let first = true;
    const read = async (piece: Piece): Promise<Buffer> => {
      if (first) await work.between(); // a page may have hundreds of them: withdrawals don't wait that long
      first = false;
      return proved(work.files, file, piece);
    };
    if (!(await work.target.putFile(file, work.asOf, read))) return false;
  }
  return true;
}

function fitting(file: PublicFile): void {
  try {
    for (const { name } of file.pieces) filePath(file.id, name);
  } catch (error) {
    throw new Unfit((error as Error).message);
  }
  if (file.pieces.length === 0) throw new Unfit(`${file.name} has nothing to show`);
}

async function proved(files: Bytes, file: PublicFile, piece: Piece): Promise<Buffer> {
  const where = `${file.name} (${filePath(file.id, piece.name)})`;
  const bytes = await files.read(piece.sha256).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== undefined && error.code !== 'ENOENT') throw error;
    throw new Unfit(`${where}: ${error.message}`);
  });
  if (bytes.length !== piece.size || createHash('sha256').update(bytes).digest('hex') !== piece.sha256)
    throw new Unfit(`${where}: its bytes are not those that were approved`);
  return bytes;
}

/** `spoken`: the log's number for each article; `pages`: the 410 page of each withdrawn placement. */
export function takenOf(
  leaving: readonly Leaving[],
  spoken: ReadonlyMap<string, number>,
  pages: ReadonlyMap<string, Buffer>,
): Taken[] {
  return leaving.map(({ id, articleIds, withdrawnBy }) => ({
    id,
    entry: Math.max(0, ...articleIds.map((article) => spoken.get(article) ?? 0)),
    page: (withdrawnBy !== null && pages.get(withdrawnBy)) || null,
  }));
}
