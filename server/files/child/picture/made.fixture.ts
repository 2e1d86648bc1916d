/** Pictures made for tests: small ones that say much, and hostile ones. None comes from a camera. */
import { deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { chunkOf, pngSignature } from './png.ts';

/** What no output may hold. */
export const secrets = ['Wang Secret', 'Canon-SN-90210', 'C:\\Users\\wang\\site', 'Yunshan secret place'] as const;

/** A photograph as a camera writes it: place, author, serial number, a path; `orientation` 1–8. */
export function telling(image: Sharp, orientation = 1): Sharp {
  return image
    .withExif({
      IFD0: { Artist: secrets[0], Copyright: secrets[3], ImageDescription: secrets[2], Make: 'Canon' },
      IFD2: { BodySerialNumber: secrets[1] },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 15/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '120/1 9/1 0/1' },
    })
    .withXmp(
      `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>${secrets[0]}</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>`,
    )
    .withMetadata({ orientation });
}

/** Coloured noise as a photograph has it: PNG can't make it small. Always the same. */
export function noise(width: number, height: number): Sharp {
  const bytes = Buffer.alloc(width * height * 3);
  let state = 1;
  for (let at = 0; at < bytes.length; at += 1) {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    bytes[at] = 90 + ((state >> 16) & 63) + ((at / (width * 3)) % 64);
  }
  return sharp(bytes, { raw: { width, height, channels: 3 } });
}

/** A PNG of zeros as it says of itself. `content`: bytes that its data unpack to, where that isn't what it says. */
export function zerosPng(
  width: number,
  height: number,
  { bits = 1, content = 0, extra = [] as Buffer[] } = {},
): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = bits;
  const rows = content || Math.ceil((width * bits) / 8 + 1) * height;
  return Buffer.concat([
    pngSignature(),
    chunkOf('IHDR', head),
    ...extra,
    chunkOf('IDAT', deflateSync(Buffer.alloc(rows), { level: 9 })),
    chunkOf('IEND', Buffer.alloc(0)),
  ]);
}

/** A GIF whose frames all show one dot. */
export function gif(width: number, height: number, frames: number): Buffer {
  const head = Buffer.alloc(13);
  head.write('GIF89a', 'latin1');
  head.writeUInt16LE(width, 6);
  head.writeUInt16LE(height, 8);
  head[10] = 0x80;
  const table = Buffer.from([0, 0, 0, 255, 255, 255]);
  const frame = Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]);
  return Buffer.concat([head, table, ...Array.from({ length: frames }, () => frame), Buffer.from([0x3b])]);
}

/** A WebP that is nothing but a canvas. */
export function canvasWebp(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(38);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(30, 4);
  bytes.write('WEBPVP8X', 8, 'latin1');
  bytes.writeUInt32LE(10, 16);
  bytes.writeUIntLE(width - 1, 24, 3);
  bytes.writeUIntLE(height - 1, 27, 3);
  bytes.write('VP8 ', 30, 'latin1');
  return bytes;
}

/** A progressive JPEG whose last pass is there `times` more. */
export async function manyScans(times: number): Promise<Buffer> {
  const jpeg = await noise(160, 120).jpeg({ progressive: true }).toBuffer();
  const last = jpeg.lastIndexOf(Buffer.from([0xff, 0xda]));
  const scan = jpeg.subarray(last, jpeg.length - 2);
  return Buffer.concat([jpeg.subarray(0, last), ...Array.from({ length: times + 1 }, () => scan), jpeg.subarray(-2)]);
}
