/** A picture for the text of an article: checked, decoded, and written anew in the widths that a page needs. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { allowed } from '../../../contract/file-limits.ts';
import { newId } from '../new-id.ts';
import { orNotTaken, Refused } from '../not-taken.ts';
import type { Given, NotTaken, Piece, Taken } from '../types.ts';
import { readExif } from './exif.ts';
import { type Header, pictureLimits, readHeader } from './header.ts';
import { segments } from './jpeg.ts';
import { decode, type Encoded, isTransparent, look, type Pixels, type Seen, toJpeg, toPng } from './pixels.ts';
import { chunks } from './png.ts';
import { broken, truncated } from './refusal.ts';

/** Of the pieces, in px: a phone, a phone with a fine screen or half a page, a page on a fine screen. */
const widths = [1600, 960, 480] as const;
const quality = 82;

export type Wanted = { readonly name: string; readonly out: string; readonly id?: string };

/** The upload as a picture of an article. Content decides, never the name. */
export const takePicture = async (given: Given): Promise<Taken | NotTaken> =>
  encodePicture(await readFile(given.input), { name: given.name, out: given.out });

/**
 * Writes the pieces into `out`, largest first, as `ID-w960.jpg` (many pictures of a Word file share one folder); `name`
 * is its owner's, without a path. The same bytes give the same pieces. Errors are only those of the disk.
 */
export const encodePicture = (bytes: Buffer, wanted: Wanted): Promise<Taken | NotTaken> =>
  orNotTaken(async () => {
    if (bytes.length > allowed.picture.bytesMax) {
      throw new Refused(
        'picture_too_large',
        `图片有 ${Math.ceil(bytes.length / 1_000_000)} MB，最大 20 MB。请缩小，或者另存为 JPG 再上传`,
      );
    }
    const header = readHeader(bytes);
    const { encodings, seen } = await decoded(header, () => allWidths(header));
    const id = wanted.id ?? newId();
    const type = encodings[0]?.extension === 'png' ? 'PNG' : 'JPEG';
    const pieces = await Promise.all(encodings.map((encoding) => keep(encoding, id, wanted.out)));
    const name = wanted.name.split(/[\\/]/).at(-1) || '图片';
    return { id, kind: 'picture', name, type, pieces, notes: notesOf(header, seen, type) };
  });

type Encoding = Encoded & { readonly extension: 'jpg' | 'png' };

async function allWidths(header: Header): Promise<{ encodings: Encoding[]; seen: Seen }> {
  const seen = notTooTall(await look(header.bytes));
  const largest = Math.min(seen.width, widths[0]);
  const pixels = await decode(header.bytes, largest);
  const first = await smallest(header, pixels);
  const encodings = [first];
  for (const width of widths.filter((width) => width < largest)) {
    encodings.push(await encode(first.extension, pixels, width));
  }
  return { encodings, seen };
}

/** What is decoded has to fit into the memory of a child, and on a phone. */
function notTooTall(seen: Seen): Seen {
  const width = Math.min(seen.width, widths[0]);
  const height = Math.round((seen.height * width) / seen.width);
  if (width * height <= pictureLimits.decodedMax) return seen;
  const most = Math.floor(pictureLimits.decodedMax / width);
  throw new Refused(
    'picture_too_long',
    `图片在网页上会有 ${width} × ${height} 像素，手机打不开。请裁成几张，每张高不超过 ${most} 像素，再上传`,
  );
}

/**
 * PNG where something shows through. A photograph that came as JPEG stays one. Of anything else both are made at the
 * largest width: drawings and screens are smaller as PNG, and sharp; photographs are smaller as JPEG.
 */
async function smallest(header: Header, pixels: Pixels): Promise<Encoding> {
  if (header.kind === 'jpeg') return encode('jpg', pixels, pixels.width);
  const png = await encode('png', pixels, pixels.width);
  if (isTransparent(pixels)) return png;
  const jpeg = await encode('jpg', pixels, pixels.width);
  return png.bytes.length <= jpeg.bytes.length ? png : jpeg;
}

async function encode(extension: 'jpg' | 'png', pixels: Pixels, width: number): Promise<Encoding> {
  const encoding = extension === 'png' ? toPng(pixels, width) : toJpeg(pixels, width, quality);
  return { ...(await encoding), extension };
}

async function keep({ bytes, width, height, extension }: Encoding, id: string, out: string): Promise<Piece> {
  const name = `w${width}.${extension}`;
  const file = `${id}-${name}`;
  await writeFile(join(out, file), bytes);
  return { file, name, size: bytes.length, media: extension === 'png' ? 'image/png' : 'image/jpeg', width, height };
}

/** A decoder's error says nothing to a clerk: whether the file ends too early does. */
async function decoded<T>(header: Header, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refused) throw error;
    if (/memory|allocate/i.test(String(error))) throw tooMuchMemory(header);
    if (header.kind === 'jpeg' && [...segments(header.bytes)].at(-1)?.marker !== 0xd9) throw truncated();
    if (header.kind === 'png') Array.from(chunks(header.bytes));
    throw broken();
  }
}

const tooMuchMemory = ({ width, height }: Header): Refused =>
  new Refused(
    'picture_memory',
    `图片是 ${width} × ${height} 像素，解开后太大，检查用的内存不够。请缩小（例如宽 4000 像素）后再上传`,
  );

function notesOf(header: Header, seen: Seen, type: string): string[] {
  const place = seen.exif && readExif(seen.exif.subarray(6)).place;
  const notes = [
    header.animated && '动图只留第一帧',
    seen.said && `已去掉图片里附带的${place ? '拍摄地点、' : ''}时间、设备、作者等信息`,
    seen.turned && '已按拍摄方向摆正',
    seen.width > widths[0] && `宽 ${seen.width} 像素，网页上用宽 ${widths[0]} 像素的`,
    seen.cmyk && '印刷颜色（CMYK）已换成屏幕颜色，可能略有不同',
    header.kind.toUpperCase() !== type && `已由 ${header.kind.toUpperCase()} 转为 ${type}`,
  ];
  return notes.filter((note) => typeof note === 'string');
}
