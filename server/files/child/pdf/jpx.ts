/** A JPEG 2000 picture without its remarks. The format: ISO/IEC 15444-1, annexes A and I. */

/** Boxes that the pixels and colours need; XML, UUID (XMP, GPS) and all others go. */
const kept = new Set(['jP  ', 'ftyp', 'jp2h', 'jp2c', 'jpch', 'jplh', 'rreq']);

/** The same picture, or undefined when its boxes make no sense. A bare stream of data has no boxes. */
export function plainJpx(bytes: Buffer): Buffer | undefined {
  if (bytes.length > 4 && bytes.readUInt32BE(0) === 0xff4fff51) return bytes;
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    if (at + 8 > bytes.length) return undefined;
    const end = boxEnd(bytes, at);
    if (end === undefined) return undefined;
    if (kept.has(bytes.toString('latin1', at + 4, at + 8))) parts.push(bytes.subarray(at, end));
    at = end;
  }
  return parts.length > 0 ? Buffer.concat(parts) : undefined;
}

/** Length 0: up to the end of the file; 1: the length stands in the next eight bytes. */
function boxEnd(bytes: Buffer, at: number): number | undefined {
  const short = bytes.readUInt32BE(at);
  if (short === 0) return bytes.length;
  if (short === 1 && at + 16 > bytes.length) return undefined;
  const length = short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short;
  return length >= 8 && at + length <= bytes.length ? at + length : undefined;
}
