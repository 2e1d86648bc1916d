/** What a picture says of itself, read before anything decodes it. A picture that is too large never reaches a decoder. */
import { Refused } from '../not-taken.ts';
import { readGif } from './gif.ts';
import { isFrame, SCAN, segments } from './jpeg.ts';
import { type PictureKind, pictureKind } from './kind.ts';
import { chunks } from './png.ts';
import { broken } from './refusal.ts';
import { readWebp } from './webp.ts';

export const pictureLimits = {
  /** Width times height. */
  pixelsMax: 100_000_000,
  /** The longest side that a JPEG can have in every decoder. */
  sideMax: 65_500,
  /** Width times height of what a page gets at most: 1,600 wide, 25,000 high. */
  decodedMax: 40_000_000,
  /** Passes of a JPEG over its pixels: cameras and editors make at most about 12, each costs as much as a picture. */
  scansMax: 64,
} as const;

export type Header = {
  readonly kind: PictureKind;
  readonly width: number;
  readonly height: number;
  readonly animated: boolean;
  /** What is to be decoded: the file, or the part of it that holds the first frame. */
  readonly bytes: Buffer;
};

/** Throws Refused: no picture of the four kinds, too large, cut off, or not to be trusted with a decoder. */
export function readHeader(bytes: Buffer): Header {
  const kind = pictureKind(bytes);
  const header = { kind, bytes, animated: false, ...readers[kind](bytes) };
  withinLimits(header.width, header.height);
  return header;
}

type Read = (bytes: Buffer) => Omit<Header, 'kind' | 'bytes' | 'animated'> & Partial<Header>;

const readers: Readonly<Record<PictureKind, Read>> = {
  jpeg: readJpeg,
  png: readPng,
  webp: readWebp,
  gif: (bytes) => {
    const { first, ...gif } = readGif(bytes);
    return { ...gif, bytes: first };
  },
};

function readJpeg(bytes: Buffer): { width: number; height: number } {
  let size: { width: number; height: number } | undefined;
  let scans = 0;
  for (const { marker, body } of segments(bytes)) {
    if (isFrame(marker)) {
      // Two frame headers: decoders disagree which one counts.
      if (size || body + 5 > bytes.length) throw broken();
      size = { height: bytes.readUInt16BE(body + 1), width: bytes.readUInt16BE(body + 3) };
      withinLimits(size.width, size.height);
    }
    if (marker === SCAN) scans += 1;
    if (scans > pictureLimits.scansMax) {
      throw new Refused(
        'picture_odd',
        `图片的存法不正常（分了 ${pictureLimits.scansMax} 层以上）。请用看图软件打开，另存为 JPG 再上传`,
      );
    }
  }
  if (!size) throw broken();
  return size;
}

/** Width and height stand in the first chunk; animation is said before the pixels. */
function readPng(bytes: Buffer): { width: number; height: number; animated: boolean } {
  let animated = false;
  for (const { type } of chunks(bytes)) {
    if (type === 'acTL') animated = true;
    if (type === 'IDAT') break;
  }
  if (bytes.toString('latin1', 12, 16) !== 'IHDR' || bytes.length < 24) throw broken();
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), animated };
}

function withinLimits(width: number, height: number): void {
  const { pixelsMax, sideMax } = pictureLimits;
  if (width < 1 || height < 1) throw broken();
  if (width > sideMax || height > sideMax) {
    throw new Refused(
      'picture_too_long',
      `图片是 ${width} × ${height} 像素，最长的一边不能超过 ${sideMax} 像素。请裁成几张，或者缩小后再上传`,
    );
  }
  if (width * height > pixelsMax) {
    const hundredMillions = ((width * height) / 100_000_000).toFixed(1);
    throw new Refused(
      'picture_too_many_pixels',
      `图片是 ${width} × ${height} 像素，共 ${hundredMillions} 亿像素，最多 1 亿。请缩小（例如宽 4000 像素）后再上传`,
    );
  }
}
