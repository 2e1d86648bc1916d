/** Which way up a JPEG is: the one thing in its EXIF that must outlive it, or a photograph lies on its side. */

/** `upright`: 2–8, as EXIF counts. The JPEG with an EXIF of our own that says this and nothing else. */
export function withOrientation(jpeg: Buffer, upright: number): Buffer {
  const exif = Buffer.concat([
    Buffer.from([0xff, 0xe1, 0, 34]),
    Buffer.from('Exif\0\0MM\0*\0\0\0\x08', 'latin1'),
    // One field: 0x0112, a short, once; then no further directory.
    Buffer.from([0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, upright, 0, 0, 0, 0, 0, 0]),
  ]);
  return Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]);
}
