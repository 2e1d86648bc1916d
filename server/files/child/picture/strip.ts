/**
 * JPEG and PNG without what they say of people, places and devices, and pixel for pixel the same: for pictures inside
 * Office files and PDFs, and for pictures that are attachments. Nothing is decoded. What stays is a list; all else goes.
 */
import { deflateSync, inflateSync } from 'node:zlib';
import { type Exif, readExif, turnedExif } from './exif.ts';
import { plainProfile } from './icc.ts';
import { END, isFrame, SCAN, segments } from './jpeg.ts';
import { chunkOf, chunks, pngSignature } from './png.ts';
import { broken, truncated } from './refusal.ts';

/**
 * `orientation`: 1–8; where it isn't 1, an EXIF of 26 bytes goes on saying it and nothing else, so that every program
 * shows the picture as before. `place`: it named where it was taken. `dropped`: how many bytes are gone.
 */
export type Stripped = Exif & { readonly bytes: Buffer; readonly dropped: number };

const JFIF = 'JFIF\0';
const EXIF = 'Exif\0\0';
const PROFILE = 'ICC_PROFILE\0';
const profilePart = 65_519;

/**
 * `cut`: what to do with a picture that ends before its end marker: `refuse`, or `close` it where it ends, as every
 * viewer does. Throws Refused.
 */
export function stripJpeg(bytes: Buffer, cut: 'refuse' | 'close' = 'refuse'): Stripped {
  const kept: Buffer[] = [Buffer.from([0xff, 0xd8])];
  const profile: Buffer[] = [];
  let exif: Exif = { orientation: 1, place: false };
  let [ended, framed, scanned] = [false, false, false];
  for (const { marker, start, body, end } of segments(bytes)) {
    const content = bytes.subarray(body, end);
    const opens = (with_: string) => content.toString('latin1', 0, with_.length) === with_;
    if (marker === 0xe1 && opens(EXIF)) exif = readExif(content.subarray(EXIF.length));
    if (marker === 0xe2 && opens(PROFILE)) profile.push(content.subarray(PROFILE.length));
    // JFIF without its thumbnail; Adobe's segment says how colours are coded, and has one length.
    if (marker === 0xe0 && opens(JFIF) && content.length >= 14) kept.push(appOf(0xe0, jfifOf(content)));
    if (marker === 0xee && opens('Adobe') && content.length >= 12) kept.push(appOf(0xee, content.subarray(0, 12)));
    // The profile stands before the frame, where decoders look for it.
    if (isFrame(marker) && !framed) kept.push(...profileSegments(profile));
    framed ||= isFrame(marker);
    scanned ||= marker === SCAN;
    if (isPixels(marker)) kept.push(bytes.subarray(start, end));
    ended ||= marker === END;
  }
  if (!framed || !scanned) throw ended ? broken() : truncated();
  if (!ended && cut === 'refuse') throw truncated();
  // After JFIF, which has to stand first.
  if (exif.orientation !== 1) kept.splice(kept[1]?.[1] === 0xe0 ? 2 : 1, 0, appOf(0xe1, exifOf(exif.orientation)));
  const whole = Buffer.concat([...kept, Buffer.from([0xff, END])]);
  return { ...exif, bytes: whole, dropped: bytes.length - whole.length };
}

/** Frames, tables, scans, restart intervals: C0–DF but the start and end markers. APPn, COM and unknown ones go. */
const isPixels = (marker: number): boolean => marker >= 0xc0 && marker <= 0xdf && marker !== 0xd8 && marker !== END;

function appOf(marker: number, content: Uint8Array): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

const exifOf = (orientation: number): Buffer => Buffer.concat([Buffer.from(EXIF, 'latin1'), turnedExif(orientation)]);

function jfifOf(content: Buffer): Buffer {
  const plain = Buffer.from(content.subarray(0, 14));
  plain.fill(0, 12);
  return plain;
}

/** Each part begins with its number and how many there are. A profile with a part missing is dropped. */
function profileSegments(parts: readonly Buffer[]): Buffer[] {
  const ordered = [...parts].sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
  if (ordered.length === 0 || ordered.some((part, at) => part[0] !== at + 1 || part[1] !== ordered.length)) return [];
  const plain = plainProfile(Buffer.concat(ordered.map((part) => part.subarray(2))));
  if (!plain) return [];
  const count = Math.ceil(plain.length / profilePart);
  return Array.from({ length: count }, (_, at) => {
    const part = plain.subarray(at * profilePart, (at + 1) * profilePart);
    return appOf(0xe2, Buffer.concat([Buffer.from(PROFILE, 'latin1'), Buffer.from([at + 1, count]), part]));
  });
}

/** Pixels, palette, transparency, colours, size on paper, frames of an animation. */
const keptChunks = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB sBIT bKGD hIST pHYs cICP mDCV cLLI acTL fcTL fdAT'.split(' '),
);

/** Throws Refused when it is cut off or malformed. */
export function stripPng(bytes: Buffer): Stripped {
  const kept: Buffer[] = [pngSignature()];
  let exif: Exif = { orientation: 1, place: false };
  for (const { type, start, body, bodyEnd, end } of chunks(bytes)) {
    if (keptChunks.has(type)) kept.push(bytes.subarray(start, end));
    // A chunk that no decoder may pass over and that we don't know: nobody can say what it shows.
    else if (/^[A-Z]/.test(type)) throw broken();
    if (type === 'eXIf') exif = readExif(bytes.subarray(body, bodyEnd));
    if (type === 'iCCP') kept.push(...profileChunk(bytes.subarray(body, bodyEnd)));
  }
  const [head = Buffer.alloc(0), first = Buffer.alloc(0), ...rest] = kept;
  const turned = exif.orientation === 1 ? [] : [chunkOf('eXIf', turnedExif(exif.orientation))];
  const whole = Buffer.concat([head, first, ...turned, ...rest]);
  return { ...exif, bytes: whole, dropped: bytes.length - whole.length };
}

/** A name, a zero, 0 for deflate, the packed profile. The name is somebody's words: ours says only what it is. */
function profileChunk(content: Buffer): Buffer[] {
  const packed = content.subarray(content.indexOf(0) + 2);
  const plain = plainProfile(inflated(packed));
  return plain ? [chunkOf('iCCP', Buffer.concat([Buffer.from('icc\0\0', 'latin1'), deflateSync(plain)]))] : [];
}

/** Empty where it can't be read or is larger than any real profile. */
function inflated(packed: Buffer): Buffer {
  try {
    return inflateSync(packed, { maxOutputLength: 4_000_000 });
  } catch {
    return Buffer.alloc(0);
  }
}
