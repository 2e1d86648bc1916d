/** Decoding and encoding, the only place that calls sharp. What arrives here has passed readHeader. */
import sharp, { type Sharp } from 'sharp';
import { pictureLimits } from './header.ts';

// One thread and no cache: the child lives for one file, and each thread costs address space that is limited.
sharp.concurrency(1);
sharp.cache(false);
// Whatever the first bytes say: nothing but these four decoders may start.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadNsgif'],
});

/**
 * `error`: a file that ends early or whose data contradict themselves is refused; one that a camera wrote with stray
 * bytes between its segments comes in (`warning` would refuse it, `none` would paint grey bars).
 */
const open = (bytes: Buffer): Sharp =>
  sharp(bytes, { limitInputPixels: pictureLimits.pixelsMax, failOn: 'error', sequentialRead: true, pages: 1 });

/** `width` and `height` in px as the picture is seen, after EXIF turned it. `said`: what it tells beside its pixels. */
export type Seen = {
  readonly width: number;
  readonly height: number;
  readonly alpha: boolean;
  readonly turned: boolean;
  readonly cmyk: boolean;
  readonly said: boolean;
  readonly exif?: Buffer;
};

export async function look(bytes: Buffer): Promise<Seen> {
  const known = await open(bytes).metadata();
  return {
    ...known.autoOrient,
    alpha: known.hasAlpha,
    turned: (known.orientation ?? 1) !== 1,
    cmyk: known.space === 'cmyk',
    said: Boolean(known.exif ?? known.xmp ?? known.iptc ?? known.comments),
    ...(known.exif ? { exif: known.exif } : {}),
  };
}

/** Decoded once: what is seen, at most `width` px wide, turned as EXIF says, in sRGB with 8 bits. */
export type Pixels = {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
  /** 1 grey, 2 grey and alpha, 3 colours, 4 colours and alpha. */
  readonly channels: 1 | 2 | 3 | 4;
};

export async function decode(bytes: Buffer, width: number): Promise<Pixels> {
  const image = open(bytes).autoOrient().resize({ width, withoutEnlargement: true }).toColourspace('srgb');
  const { data, info } = await image.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height, channels: info.channels };
}

/** Whether anything shows through. */
export function isTransparent({ bytes, channels }: Pixels): boolean {
  if (channels === 1 || channels === 3) return false;
  for (let at = channels - 1; at < bytes.length; at += channels) if (bytes[at] !== 255) return true;
  return false;
}

export type Encoded = { readonly bytes: Buffer; readonly width: number; readonly height: number };

const reduced = ({ bytes, width: own, height, channels }: Pixels, width: number): Sharp => {
  const image = sharp(bytes, { raw: { width: own, height, channels }, limitInputPixels: pictureLimits.pixelsMax });
  return width < own ? image.resize({ width }) : image;
};

export const toJpeg = (pixels: Pixels, width: number, quality: number): Promise<Encoded> =>
  // White is what the page behind it would be.
  encoded(reduced(pixels, width).flatten({ background: '#ffffff' }).jpeg({ quality, mozjpeg: true }));

export const toPng = (pixels: Pixels, width: number): Promise<Encoded> =>
  encoded(reduced(pixels, width).png({ compressionLevel: 9 }));

async function encoded(image: Sharp): Promise<Encoded> {
  const { data, info } = await image.toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
}
