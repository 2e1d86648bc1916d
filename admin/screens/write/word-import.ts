/** A Word file becomes the text: sent, read by the server, then put in place of what is there or after it. */
import { useRef, useState } from 'react';
import type { FileView, WordView } from '../../../server/contract/files.ts';
import type { Uploads } from '../../upload/queue.ts';

export type Imported = { readonly word: WordView; readonly file: string; readonly original: FileView | undefined };
/** `failed`: the server took the file and gave no text. `asking`: there is a text already, and the writer chooses. */
export type WordState = { is: 'nothing' | 'sending' | 'failed' } | { is: 'asking'; imported: Imported };
export type How = 'replace' | 'append';
export type Report = { readonly imported: Imported; readonly how: How };

type Puts = { isEmpty: () => boolean; put: (imported: Imported, how: How) => void };

export function useWordImport(uploads: Uploads, { isEmpty, put }: Puts) {
  const [state, setState] = useState<WordState>({ is: 'nothing' });
  /** What was lost stays to be read, whatever is chosen next. */
  const [report, setReport] = useState<Report>();
  const latest = useRef({ isEmpty, put });
  latest.current = { isEmpty, put };
  const take = (imported: Imported, how: How) => {
    latest.current.put(imported, how);
    setState({ is: 'nothing' });
    setReport({ imported, how });
  };
  const choose = async (file: File) => {
    setState({ is: 'sending' });
    try {
      const { word, file: original } = await uploads.send(file, 'word');
      if (!word) return setState({ is: 'failed' });
      const imported = { word, file: file.name, original };
      if (latest.current.isEmpty()) take(imported, 'replace');
      else setState({ is: 'asking', imported });
    } catch {
      // Why it was refused stands in the list of files on their way, until it was read.
      setState({ is: 'nothing' });
    }
  };
  return {
    state,
    report,
    choose,
    take,
    close: () => setState({ is: 'nothing' }),
    closeReport: () => setReport(undefined),
  };
}
export type WordImport = ReturnType<typeof useWordImport>;
