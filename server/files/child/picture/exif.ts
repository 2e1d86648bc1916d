/** The two things we look for in EXIF before it goes: how the picture is turned, and whether it names a place. */
const ORIENTATION = 0x0112;
const PLACE = 0x8825;

/** `orientation`: 1–8 as EXIF counts them, 1 where none or nonsense is said. */
export type Exif = { readonly orientation: number; readonly place: boolean };

/** `tiff`: what follows `Exif\0\0`. Reads the first directory only, and believes no offset. */
export function readExif(tiff: Buffer): Exif {
  const order = tiff.toString('latin1', 0, 4);
  const little = order === 'II*\0';
  const none = { orientation: 1, place: false };
  if ((!little && order !== 'MM\0*') || tiff.length < 14) return none;
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const from = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (from + 2 > tiff.length) return none;
  const count = Math.min(short(from), Math.floor((tiff.length - from - 2) / 12));
  let found: Exif = none;
  for (let at = from + 2, left = count; left > 0; at += 12, left -= 1) {
    if (short(at) === PLACE) found = { ...found, place: true };
    const turned = short(at) === ORIENTATION ? short(at + 8) : 0;
    if (turned >= 1 && turned <= 8) found = { ...found, orientation: turned };
  }
  return found;
}

/** A directory with nothing but how the picture is turned: 26 bytes, the same for everybody. */
export function turnedExif(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(ORIENTATION, 10);
  // Type 3, a number of 16 bits; one of them; its value stands at the left of four bytes.
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  return tiff;
}
