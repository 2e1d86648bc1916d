/** Addresses that a key may be used from: `10.1.2.3`, `10.1.0.0/16`, `2001:db8::/32`. */
import { BlockList, isIP } from 'node:net';

const familyOf = (address: string): 'ipv4' | 'ipv6' | undefined =>
  (({ 4: 'ipv4', 6: 'ipv6' }) as const)[isIP(address) as 4 | 6];

/** The list as Node keeps it; undefined when one of them can't be read. */
export function allowList(ranges: readonly string[]): BlockList | undefined {
  const list = new BlockList();
  for (const range of ranges) {
    const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(range) ?? [];
    const family = familyOf(address);
    const most = family === 'ipv4' ? 32 : 128;
    if (!family || Number(bits ?? most) > most) return undefined;
    list.addSubnet(address, Number(bits ?? most), family);
  }
  return list;
}

/** The socket's address; an IPv4 one may come written as IPv6 (`::ffff:10.1.2.3`). */
export function addressAllowed(ranges: readonly string[] | null, address: string): boolean {
  if (ranges === null) return true;
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  const family = familyOf(plain);
  return family !== undefined && (allowList(ranges)?.check(plain, family) ?? false);
}
