const segment = (marker: number, body: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

/** The frame of a JPEG of one pixel, with a comment and an EXIF that say `inscription`; `upright`: its EXIF orientation. */
export function tinyJpeg(inscription: string, upright = 1): Buffer {
  const text = Buffer.from(inscription);
  const field = Buffer.from([0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, upright, 0, 0, 0, 0, 0, 0]);
  const exif = Buffer.concat([Buffer.from('Exif\0\0MM\0*\0\0\0\x08', 'latin1'), field, text]);
  const frame = segment(0xc0, Buffer.from([8, 0, 1, 0, 1, 1, 1, 0x11, 0]));
  const scan = Buffer.concat([segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from([0x55])]);
  const [begin, end] = [Buffer.from([0xff, 0xd8]), Buffer.from([0xff, 0xd9])];
  return Buffer.concat([begin, segment(0xe1, exif), segment(0xfe, text), frame, scan, end]);
}
