/**
 * A colour profile without what it says of people and devices. A screen's profile can carry its owner's name, the
 * screen's serial number and the day it was measured; the colours need none of that. The profile keeps its length and
 * its table; only the content of tags that no colour depends on becomes zero. The format: ICC.1:2022, section 7–9.
 */
const colour = new Set(
  'rXYZ gXYZ bXYZ rTRC gTRC bTRC kTRC wtpt bkpt chad cicp A2B0 A2B1 A2B2 B2A0 B2A1 B2A2 D2B0 D2B1 D2B2 D2B3 B2D0 B2D1 B2D2 B2D3 gamt'.split(
    ' ',
  ),
);
/** In the header: which program; when; which system; which device; who; a hash of it all, where zero means none. */
const personal = [
  [4, 8],
  [24, 36],
  [40, 44],
  [48, 56],
  [80, 100],
] as const;

/** The same profile with the rest blanked, or undefined: not a profile, and better none than an unknown one. */
export function plainProfile(profile: Uint8Array): Buffer | undefined {
  const plain = Buffer.from(profile);
  if (plain.length < 132 || plain.toString('latin1', 36, 40) !== 'acsp') return undefined;
  const count = plain.readUInt32BE(128);
  if (count > 100 || 132 + count * 12 > plain.length) return undefined;
  const tags = Array.from({ length: count }, (_, at) => tagAt(plain, 132 + at * 12));
  if (tags.some((tag) => tag.from < 132 + count * 12 || tag.to > plain.length)) return undefined;
  const needed = tags.filter((tag) => colour.has(tag.name));
  const kept = Buffer.alloc(plain.length);
  plain.copy(kept, 0, 0, 132 + count * 12);
  for (const [from, to] of personal) kept.fill(0, from, to);
  // The first four bytes say which form the content has: without them a strict reader refuses the whole profile.
  for (const tag of tags) plain.copy(kept, tag.from, tag.from, Math.min(tag.from + 4, tag.to));
  for (const tag of needed) plain.copy(kept, tag.from, tag.from, tag.to);
  return kept;
}

const tagAt = (profile: Buffer, at: number) => {
  const from = profile.readUInt32BE(at + 4);
  return { name: profile.toString('latin1', at, at + 4), from, to: from + profile.readUInt32BE(at + 8) };
};
