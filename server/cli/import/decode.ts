/** Bytes of a file as text: UTF-8 when they are, else GB18030 with a note; anything else is no text, and is refused. */

export type Decoded =
  | { readonly ok: true; readonly text: string; readonly notes: readonly string[] }
  | { readonly ok: false; readonly refused: string };

/** A million characters of four bytes, and room for a title. Said before a larger file is read at all. */
export const bytesMax = 4_100_000;
export const tooBig = (bytes: number): string =>
  `文件有 ${(bytes / 1e6).toFixed(1)} MB，太大：正文最多 100 万字，请拆成几篇`;

const refused = (why: string): Decoded => ({ ok: false, refused: why });

export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > bytesMax) return refused(tooBig(bytes.length));
  const read = asText(bytes);
  if (!read) return refused('不是文本：既不是 UTF-8，也不是 GB18030 编码');
  if (read.text.trim() === '') return refused('文件是空的');
  const strange = control(read.text);
  if (strange) return refused(`不是文本：第 ${strange.line} 行有控制字符 U+${strange.code}，像是二进制文件`);
  return { ok: true, ...read };
}

type Read = { readonly text: string; readonly notes: readonly string[] };

function asText(bytes: Uint8Array): Read | undefined {
  const mark = marked(bytes);
  if (mark) return attempt(mark, bytes, [`文件是 ${mark.toUpperCase()} 编码，已转换`]);
  return (
    attempt('utf-8', bytes, []) ?? attempt('gb18030', bytes, ['文件不是 UTF-8，按 GB18030 读取，请核对有没有乱码'])
  );
}

/** What older editors call “Unicode” says so in its first two bytes. */
function marked([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

function attempt(encoding: string, bytes: Uint8Array, notes: readonly string[]): Read | undefined {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), notes };
  } catch (error) {
    if (error instanceof TypeError) return undefined; // these bytes are not of that encoding
    throw error;
  }
}

/** The first control character that no text has (tab, line ends and form feed are fine). */
function control(text: string): { line: number; code: string } | undefined {
  let line = 1;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) line += 1;
    if (code < 32 && ![9, 10, 12, 13].includes(code)) return { line, code: code.toString(16).padStart(4, '0') };
  }
  return undefined;
}
