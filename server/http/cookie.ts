/** The session's cookie: `__Host-`, so that no other host or path can set it. Browsers keep Secure cookies for http://localhost too. */
const name = '__Host-menhu';
const attributes = 'Path=/; Secure; HttpOnly; SameSite=Strict';

export const cookie = (token: string): string => `${name}=${token}; ${attributes}`;
export const noCookie = `${name}=; ${attributes}; Max-Age=0`;

/** The token in a Cookie header, if there is exactly one of ours. */
export function cookieOf(header: string | undefined): string | undefined {
  const found = (header ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(`${name}=`));
  const token = found[0]?.slice(name.length + 1);
  return found.length === 1 && token && /^[\w-]{43}$/.test(token) ? token : undefined;
}
