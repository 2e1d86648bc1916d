/** The segments of a JPEG, without decoding it. The format: ITU-T T.81, annex B. */
import { broken } from './refusal.ts';

/** `start`: its marker's 0xFF; `body`: after the length; `end`: after it. A scan's compressed data belongs to it. */
export type Segment = {
  readonly marker: number;
  readonly start: number;
  readonly body: number;
  readonly end: number;
};

const isJpegStart = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xd8;
/** Below C0 no decoder knows any; a byte that got broken inside a scan often looks like one. */
const isMarker = (byte: number): boolean => byte >= 0xc0 && byte !== 0xff && !(byte >= 0xd0 && byte <= 0xd7);

export const END = 0xd9;
export const SCAN = 0xda;
/** Frame headers are C0–CF; C4, C8 and CC among them are tables. */
export const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Where the next marker begins: 0xFF before what is neither a stuffed zero, a restart, nor another fill byte. -1: none. */
function nextMarker(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    if (isMarker(bytes[at + 1] ?? 0)) return at;
  }
  return -1;
}

/** From the first segment to the end marker, which is absent when the file is cut off. Throws Refused. */
export function* segments(bytes: Uint8Array): Generator<Segment> {
  if (!isJpegStart(bytes)) throw broken();
  let at = nextMarker(bytes, 2);
  while (at >= 0) {
    const marker = bytes[at + 1] as number;
    if (marker === END) {
      yield { marker, start: at, body: at + 2, end: at + 2 };
      return;
    }
    // A second start: a picture inside a picture, about which decoders disagree.
    if (marker === 0xd8) throw broken();
    const end = at + 2 + lengthAt(bytes, at + 2);
    const next = nextMarker(bytes, end);
    const scanEnd = next < 0 ? bytes.length : next;
    yield { marker, start: at, body: at + 4, end: marker === SCAN ? scanEnd : end };
    at = next;
  }
}

function lengthAt(bytes: Uint8Array, at: number): number {
  const length = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  if (length < 2 || at + length > bytes.length) throw broken();
  return length;
}
