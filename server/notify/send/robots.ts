/**
 * The robots of group chats: WeCom 企业微信, DingTalk 钉钉, Feishu 飞书. Each takes a text by POST and answers 200 even where it
 * refuses: the code in the body counts.
 */
import { createHmac } from 'node:crypto';
import type { ChannelTarget } from '../../../shared/commands/channel.js';
import { markdownOf, subjectOf, textOf, type Notice } from '../notice.js';
import type { Outgoing } from './outgoing.js';
import { SendError } from './send-error.js';

type Target = Extract<ChannelTarget, { kind: 'wecom' | 'dingtalk' | 'feishu' }>;

/** WeCom takes 4,096 bytes of markdown, DingTalk and Feishu about 20,000. */
const WECOM_BYTES = 4_000;
const BYTES = 18_000;

export async function sendToRobot(outgoing: Outgoing, target: Target, { notices, now }: { notices: Notice[]; now: number }): Promise<void> {
  const { url, body } = requestTo(target, notices, now);
  const { text } = await outgoing.post(url, { headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(body) });
  const refusal = refusalIn(text);
  if (refusal !== null) throw new SendError(`the robot refused it: ${refusal}`);
}

function requestTo(target: Target, notices: Notice[], now: number): { url: string; body: object } {
  switch (target.kind) {
    case 'wecom':
      return { url: target.url, body: { msgtype: 'markdown', markdown: { content: cut(markdownOf(notices), WECOM_BYTES) } } };
    case 'dingtalk':
      return { url: signedUrl(target, now), body: { msgtype: 'markdown', markdown: { title: subjectOf(notices), text: cut(markdownOf(notices), BYTES) } } };
    case 'feishu':
      return { url: target.url, body: { ...feishuSign(target, now), msg_type: 'text', content: { text: cut(textOf(notices), BYTES) } } };
  }
}

/** HMAC-SHA256 of "timestamp\nsecret" under the secret, in base64, behind the address. */
function signedUrl({ url, secret }: Extract<Target, { kind: 'dingtalk' }>, now: number): string {
  if (secret === undefined) return url;
  const signed = new URL(url);
  signed.searchParams.set('timestamp', String(now));
  signed.searchParams.set('sign', createHmac('sha256', secret).update(`${now}\n${secret}`).digest('base64'));
  return signed.href;
}

/** HMAC-SHA256 of nothing under "timestamp\nsecret", seconds, in the body. */
function feishuSign({ secret }: Extract<Target, { kind: 'feishu' }>, now: number): object {
  if (secret === undefined) return {};
  const timestamp = String(Math.floor(now / 1000));
  return { timestamp, sign: createHmac('sha256', `${timestamp}\n${secret}`).digest('base64') };
}

/** `errcode` of WeCom and DingTalk, `code` of Feishu: 0 is success. */
function refusalIn(text: string): string | null {
  let answer: { errcode?: number; errmsg?: string; code?: number; msg?: string };
  try {
    answer = JSON.parse(text) as typeof answer;
  } catch {
    return 'its answer is no JSON'; // a page of a proxy, not the robot
  }
  const code = answer.errcode ?? answer.code ?? 0;
  return code === 0 ? null : `${code} ${answer.errmsg ?? answer.msg ?? ''}`.trim().slice(0, 200);
}

/** At most so many bytes, ended at a whole line. */
function cut(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  const head = Buffer.from(text).subarray(0, bytes).toString();
  return `${head.slice(0, head.lastIndexOf('\n'))}\n…`;
}
