/** Mail through the server's relay, or through one of the channel's own, whose address is checked as every other. */
import { isIP } from 'node:net';
import { createTransport } from 'nodemailer';
import type { ChannelTarget } from '../../../shared/commands/channel.js';
import { subjectOf, textOf, type Notice } from '../notice.js';
import { aborted, errorOf, type Outgoing } from './outgoing.js';
import { SendError } from './send-error.js';

type Target = Extract<ChannelTarget, { kind: 'email' }>;

/** A mail is a talk of several answers. */
const TALK = 3;

export interface Mail {
  notices: Notice[];
  messageId: string;
  /** The server's own relay. */
  relay: string | undefined;
}

export async function sendMail(outgoing: Outgoing, { to, smtpUrl }: Target, { notices, messageId, relay }: Mail): Promise<void> {
  const address = smtpUrl ?? relay;
  if (address === undefined) throw new SendError('no mail relay is set: HALLBOARD_SMTP_URL names one');
  const url = new URL(address);
  const from = url.searchParams.get('from') ?? (url.username.includes('%40') ? decodeURIComponent(url.username) : `hallboard@${url.hostname}`);
  const mail = { from, to, messageId: `<${messageId}@hallboard>`, subject: subjectOf(notices), text: textOf(notices), disableFileAccess: true, disableUrlAccess: true };
  // the transport's own limits are for one silence each: a relay that drips its answers would hold a sender for ever
  const signal = AbortSignal.timeout(TALK * outgoing.timeoutMs);
  const send = async () => createTransport(await optionsOf(outgoing, url, { checked: smtpUrl !== undefined })).sendMail(mail);
  await Promise.race([send(), aborted(signal)]).catch((error: Error) => {
    throw errorOf(error, signal);
  });
}

async function optionsOf(outgoing: Outgoing, url: URL, { checked }: { checked: boolean }) {
  const { hostname, username, password, port } = url;
  const secure = url.protocol === 'smtps:';
  const timeout = outgoing.timeoutMs;
  return {
    host: checked ? await outgoing.addressOf(hostname) : hostname,
    port: Number(port) || (secure ? 465 : 587),
    secure,
    ...(isIP(hostname) ? {} : { tls: { servername: hostname } }),
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: timeout, greetingTimeout: timeout, socketTimeout: timeout, dnsTimeout: timeout,
  };
}
