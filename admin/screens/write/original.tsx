/** The Word file that the text came from: kept for those who review it, never public. */
import { sizeWords } from '../../../core/size-words.ts';
import type { FileView } from '../../../server/contract/files.ts';

type Props = { id: string | null; known: FileView | undefined; onDrop: () => void };

export function Original({ id, known, onDrop }: Props) {
  if (!id) return null;
  const name = known ? `《${known.name}》` : '原始 Word 文件';
  return (
    <p className="original">
      <span className="chip">
        {known ? <a href={known.address}>{name}</a> : name}
        <button type="button" className="close" aria-label={`不留${name}`} onClick={onDrop}>
          ×
        </button>
      </span>
      <span className="dim small">
        {known && `${sizeWords(known.size)}。`}原始 Word 文件，审核的人可以看到，不公开。
      </span>
    </p>
  );
}
