/** An attachment: cleaned by what it is, and written under one plain name. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cleanArchive } from './archive.ts';
import { newId } from './new-id.ts';
import { Refused } from './not-taken.ts';
import { cleanOffice } from './office/clean.ts';
import { kindOf } from './office/kind.ts';
import { cleanOfd } from './office/ofd.ts';
import { stripJpeg, stripPng } from './picture/strip.ts';
import { type Extension, type Sort, sortOf } from './sniff.ts';
import type { Given, Verdict } from './types.ts';
import { type Archive, type Entry, readZip } from './zip/read.ts';
import { makeRoom, type Room } from './zip/room.ts';

export type Cleaned = { readonly bytes: Uint8Array; readonly notes: readonly string[] };
/** Where in an upload a file stands: what may still be unpacked, and how many archives and documents are around it. */
export type Place = { readonly room: Room | undefined; readonly archives: number; readonly documents: number };
export const outermost: Place = { room: undefined, archives: 0, documents: 0 };

/** Archives in archives; and, counted by themselves, documents in documents (the table behind a chart). */
const depthMax = 2;

const office = 'application/vnd.openxmlformats-officedocument';
const media: Readonly<Record<Exclude<Extension, 'webp' | 'gif' | 'txt' | 'csv'>, string>> = {
  pdf: 'application/pdf',
  docx: `${office}.wordprocessingml.document`,
  xlsx: `${office}.spreadsheetml.sheet`,
  pptx: `${office}.presentationml.presentation`,
  ofd: 'application/ofd',
  zip: 'application/zip',
  jpg: 'image/jpeg',
  png: 'image/png',
};

function mediaOf({ extension, encoding }: Sort): string {
  if (extension === 'txt' || extension === 'csv')
    return `text/${extension === 'csv' ? 'csv' : 'plain'}; charset=${encoding}`;
  if (extension === 'webp' || extension === 'gif') throw new Error(`${extension} is no attachment`);
  return media[extension];
}

/** Throws Refused. */
export async function takeDocument({ out }: Given, sort: Sort): Promise<Verdict> {
  const { bytes, notes } = await cleaned(sort, outermost);
  const name = `file.${sort.extension}`;
  await writeFile(join(out, name), bytes, { flag: 'wx' });
  const piece = { file: name, name, size: bytes.length, media: mediaOf(sort) };
  const type = sort.extension === 'jpg' ? 'JPEG' : sort.extension.toUpperCase();
  return { ok: true, file: { id: newId(), kind: 'document', name: sort.name, type, pieces: [piece], notes } };
}

/** Any one file, also one inside an archive. Throws Refused. */
export async function cleaned(sort: Sort, place: Place): Promise<Cleaned> {
  const { extension, bytes } = sort;
  switch (extension) {
    case 'pdf': {
      const scrubbed = await (await import('./pdf/pdf.ts')).scrubPdf(bytes);
      if (!scrubbed.ok) throw new Refused(scrubbed.code, scrubbed.message);
      return scrubbed;
    }
    case 'jpg':
    case 'png':
      return picture(extension, bytes);
    case 'txt':
    case 'csv':
      return { bytes, notes: [] };
    case 'webp':
    case 'gif':
      throw new Error(`${extension} is no attachment`);
    case 'zip':
    case 'docx':
    case 'xlsx':
    case 'pptx':
    case 'ofd':
      return packed(extension, bytes, place);
  }
}

function picture(extension: 'jpg' | 'png', bytes: Buffer): Cleaned {
  const stripped = extension === 'jpg' ? stripJpeg(bytes) : stripPng(bytes);
  const note = stripped.place ? '去掉了拍摄地点等信息' : stripped.bytes.equals(bytes) ? undefined : '去掉了拍摄信息';
  return { bytes: stripped.bytes, notes: note ? [note] : [] };
}

type Packed = 'zip' | 'docx' | 'xlsx' | 'pptx' | 'ofd';

async function packed(extension: Packed, bytes: Buffer, outer: Place): Promise<Cleaned> {
  const around = extension === 'zip' ? outer.archives : outer.documents;
  if (around >= depthMax)
    throw new Refused('too_deep', `压缩包或文档里套了超过 ${depthMax} 层。请把里面的文件取出来，直接压缩再传`);
  const room = makeRoom(extension === 'zip' ? 'archive' : 'office', outer.room);
  const archive = await opened(bytes, room);
  const kind = kindOf(archive.entries, extension);
  if (kind.is === 'ofd') return cleanOfd(archive.entries);
  if (kind.is !== 'zip') return cleanOffice(kind, (entry) => inner(entry, { ...outer, room, documents: around + 1 }));
  return cleanArchive(archive.entries, (entry) => cleanedInside(entry, { ...outer, room, archives: around + 1 }));
}

async function opened(bytes: Buffer, room: Room): Promise<Archive> {
  const archive = await readZip(bytes, room);
  if (!archive.ok) throw new Refused(archive.code, archive.message);
  return archive;
}

/** The table behind a chart, a sheet in a text: its name inside says little, but it must be one of ours all the same. */
const inner = (entry: Entry, place: Place) =>
  cleaned(sortOf(entry.bytes, entry.name, 'attachment'), place).then(asBuffer);

async function cleanedInside(entry: Entry, place: Place) {
  const sort = sortOf(entry.bytes, entry.name, 'attachment');
  const { bytes, notes } = await asBuffer(await cleaned(sort, place));
  return { name: sort.name, bytes, notes };
}

const asBuffer = async ({ bytes, notes }: Cleaned) => ({
  bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  notes,
});
