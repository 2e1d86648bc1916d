/** The way to the mail server, by SMTP. The only file that knows the library. */
import { createTransport } from 'nodemailer';
import { type Outgoing, Refused, type Send } from './mail.ts';

/** `isTls`: from the first byte (smtps). Else STARTTLS is demanded, but on this machine itself. */
export type MailServer = {
  readonly host: string;
  readonly port: number;
  readonly isTls: boolean;
  readonly from: string;
  readonly user?: string;
  readonly password?: string;
};

/** How long a server may be silent: others wait behind it. */
const silentMs = 20_000;

/**
 * `smtp://mail.example:587` or `smtps://user@mail.example`; `from`: the address that mail comes from. The password of a
 * user stands in a file and not in the address, which `ps` and logs show. Throws a sentence when one of them is wrong.
 */
export function mailServer(address: string, from: string | undefined, password: string | undefined): MailServer {
  const wrong = (what: string) => new Error(`MENHU_SMTP: ${what}`);
  if (!URL.canParse(address)) throw wrong('write it like smtp://mail.example:587');
  const { protocol, hostname, port, username, password: inAddress } = new URL(address);
  const isTls = protocol === 'smtps:';
  if (!isTls && protocol !== 'smtp:') throw wrong('it begins with smtp:// or smtps://');
  if (hostname === '') throw wrong('it has no host');
  if (inAddress !== '') throw wrong('the password belongs into DATA/keys/smtp, not into the address');
  if (!from) throw new Error('MENHU_MAIL_FROM: the address that mail comes from is missing');
  if (username !== '' && password === undefined) throw wrong('DATA/keys/smtp with the password is missing');
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (isTls ? 465 : 587) : Number(port),
    ...{ isTls, from },
    ...(username === '' ? {} : { user: decodeURIComponent(username), password: password ?? '' }),
  };
}

const isHere = (host: string): boolean => ['localhost', '127.0.0.1', '::1'].includes(host);

/** `listId`: of the list that all our mail belongs to, so that it can be sorted. */
export function smtp(server: MailServer, listId: string): { send: Send; close(): void } {
  const { host, port, isTls, from, user, password } = server;
  const transport = createTransport({
    ...{ host, port, secure: isTls, requireTLS: !isHere(host), disableFileAccess: true, disableUrlAccess: true },
    // Within the machine nobody stands between, and a mail server there has a certificate for another name.
    tls: { rejectUnauthorized: !isHere(host) },
    ...{ connectionTimeout: silentMs, greetingTimeout: silentMs, socketTimeout: silentMs },
    ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
  });
  const send: Send = async ({ to, subject, text, html, messageId }: Outgoing) => {
    try {
      await transport.sendMail({
        ...{ from: { name: '门户提醒', address: from }, to: { name: '', address: to }, subject, text, html },
        textEncoding: 'base64',
        messageId: `<${messageId}@${listId}>`,
        list: { id: { url: listId, comment: '门户提醒' } },
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      });
    } catch (error) {
      throw lasting(error) ? new Refused((error as Error).message) : error;
    }
  };
  return { send, close: () => transport.close() };
}

/** The address was refused for good. A refused password or a full server may be mended: tried again. */
function lasting(error: unknown): boolean {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return code === 'EENVELOPE' && typeof responseCode === 'number' && responseCode >= 500;
}
