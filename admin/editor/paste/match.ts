/** Which picture of the RTF belongs to which `<img>`. A wrong picture is worse than none: in doubt none is taken. */
import type { RtfPicture } from './rtf.ts';

/** In pixels; 0 where it isn't said. `local`: its file lies on the writer's machine. */
export type Place = { readonly width: number; readonly height: number; readonly local: boolean };

/** More places than this are refused later anyway. */
const placesMax = 1000;

/**
 * Both lists are in the order of the text. When they are of one length, order alone decides. Otherwise (a drawing that is
 * in one of them only) the places of one size take the pictures of that size, if there are as many; the others take none.
 */
export function matched(places: readonly Place[], pictures: readonly RtfPicture[]): (RtfPicture | undefined)[] {
  if (places.length === pictures.length) return [...pictures];
  const locals = places.filter((place) => place.local).length;
  if (locals === pictures.length) {
    let next = 0;
    return places.map((place) => (place.local ? pictures[next++] : undefined));
  }
  if (places.length > placesMax || pictures.length > placesMax) return places.map(() => undefined);
  return places.map((place) => {
    const same = pictures.filter((picture) => sameSize(place, picture));
    const rivals = places.filter((other) => sameSize(place, other));
    return same.length === rivals.length ? same[rivals.indexOf(place)] : undefined;
  });
}

type Size = { readonly width: number; readonly height: number };
const near = (a: number, b: number) => a > 0 && b > 0 && Math.abs(a - b) <= Math.max(2, a * 0.02);
const sameSize = (a: Size, b: Size) => near(a.width, b.width) && near(a.height, b.height);
