/**
 * A change needs proof that it comes from the console's own pages (G10): an Origin of ours. Absent, `null` and foreign
 * ones are refused. Sec-Fetch-Site, where a browser sends it, must agree.
 */
export function originRefused(headers: Headers, own: readonly string[]): boolean {
  const origin = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') return true;
  return origin === null || !own.includes(origin);
}
