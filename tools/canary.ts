/**
 * The canary: a random marker is put into every field and attachment of one item, and then searched for wherever it
 * must not be, in every form in which a program may have written it. Knows nothing of the product.
 */
import { randomBytes } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, inflateRawSync } from 'node:zlib';

/** `marker` is what to put into a field: 24 letters and figures, so that no encoding of words can split it. */
export type Canary = {
  readonly marker: string;
  readonly forms: readonly { readonly form: string; readonly bytes: Buffer }[];
};
/** Where it was found, inside which packing (`a.docx!word/document.xml`), in which form, at which byte. */
export type Hit = { readonly where: string; readonly form: string; readonly at: number };

const each = (text: string, write: (code: number) => string) => [...text].map((c) => write(c.charCodeAt(0))).join('');
const hex = (code: number, width: number) => code.toString(16).padStart(width, '0');

/**
 * Base64 of a text inside a longer one depends on where it begins, modulo three. The figures at both ends that also hold
 * bits of the neighbours are cut off.
 */
function base64At(marker: string, offset: 0 | 1 | 2): string {
  const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(marker)]);
  const start = offset === 0 ? 0 : offset + 1;
  const end = Math.floor((bytes.length * 8) / 6);
  return bytes.toString('base64').slice(start, end);
}

/** A new canary, or one with a given marker (only ASCII letters and figures; throws otherwise). */
export function makeCanary(marker = `kanari${randomBytes(9).toString('hex')}`): Canary {
  if (!/^[A-Za-z0-9]{12,}$/.test(marker)) throw new Error('a marker is 12 or more ASCII letters and figures');
  const texts: [string, string][] = [
    ['plain', marker],
    ['upper case', marker.toUpperCase()],
    ['lower case', marker.toLowerCase()],
    ['url', each(marker, (code) => `%${hex(code, 2)}`)],
    ['html decimal', each(marker, (code) => `&#${code};`)],
    ['html hex', each(marker, (code) => `&#x${hex(code, 2)};`)],
    ['json', each(marker, (code) => `\\u${hex(code, 4)}`)],
    ['hex', Buffer.from(marker).toString('hex')],
    ['backwards', [...marker].reverse().join('')],
    ...([0, 1, 2] as const).map((offset): [string, string] => [`base64 +${offset}`, base64At(marker, offset)]),
  ];
  const asText = texts.flatMap(([form, text]) => [
    { form, bytes: Buffer.from(text) },
    ...(['url', 'html hex', 'json', 'hex'].includes(form) ? [{ form, bytes: Buffer.from(capitals(text)) }] : []),
    ...(form.startsWith('base64') ? [{ form: `${form} url`, bytes: Buffer.from(urlSafe(text)) }] : []),
  ]);
  const wide = Buffer.from(marker, 'utf16le');
  const all = [...asText, { form: 'utf-16le', bytes: wide }, { form: 'utf-16be', bytes: Buffer.from(wide).swap16() }];
  const distinct = all.filter(({ bytes }, i) => all.findIndex((other) => other.bytes.equals(bytes)) === i);
  return { marker, forms: distinct };
}

/** Capital hex digits, with the `x` and `u` that introduce them left small. */
const capitals = (text: string) => text.replace(/[a-f]/g, (digit) => digit.toUpperCase());
const urlSafe = (text: string) => text.replaceAll('+', '-').replaceAll('/', '_');

/** What a packed file holds, each with a name; unpacked bytes give nothing. Damaged packings are searched as they are. */
function unpack(name: string, bytes: Buffer): { name: string; bytes: Buffer }[] {
  try {
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) return [{ name: 'gunzip', bytes: gunzipSync(bytes) }];
    if (name.endsWith('.br')) return [{ name: 'brotli', bytes: brotliDecompressSync(bytes) }];
  } catch {
    return [];
  }
  return bytes.subarray(0, 4).equals(zipEntry) ? zipEntries(bytes) : [];
}

const zipEntry = Buffer.from([0x50, 0x4b, 3, 4]);
const zipDirectory = Buffer.from([0x50, 0x4b, 1, 2]);

/** The entries of a zip file (docx, xlsx, ofd too) by its central directory. */
function zipEntries(bytes: Buffer): { name: string; bytes: Buffer }[] {
  const found: { name: string; bytes: Buffer }[] = [];
  for (let at = bytes.indexOf(zipDirectory); at >= 0; at = bytes.indexOf(zipDirectory, at + 46)) {
    if (at + 46 > bytes.length) break;
    const packed = bytes.readUInt32LE(at + 20);
    const name = bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28));
    const local = bytes.readUInt32LE(at + 42);
    if (local + 30 > bytes.length) continue;
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const raw = bytes.subarray(start, start + packed);
    try {
      found.push({ name, bytes: bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(raw) : raw });
    } catch {
      found.push({ name, bytes: raw });
    }
  }
  return found;
}

/** Every form of the canary in some bytes (a body, headers joined to one text, a file), packings opened three deep. */
export function searchBytes(canary: Canary, where: string, bytes: Uint8Array | string, depth = 3): Hit[] {
  const buffer =
    typeof bytes === 'string' ? Buffer.from(bytes) : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const hits = canary.forms.flatMap(({ form, bytes: wanted }) => {
    const at = buffer.indexOf(wanted);
    return at < 0 ? [] : [{ where, form, at }];
  });
  if (depth === 0) return hits;
  const inner = unpack(where, buffer);
  return [...hits, ...inner.flatMap((part) => searchBytes(canary, `${where}!${part.name}`, part.bytes, depth - 1))];
}

/** Every file under `folder`, and every name and link target, too. A file that can't be read throws: unread isn't clean. */
export function searchFolder(canary: Canary, folder: string): Hit[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const path = join(folder, name);
    const inName = searchBytes(canary, `${path} (name)`, name, 0);
    return lstatSync(path).isFile() ? [...inName, ...searchBytes(canary, path, readFileSync(path))] : inName;
  });
}
