/** The AsyncAPI document as a page: plain markup made once on the server, no script, nothing from elsewhere. */
import type { AsyncDocument } from './asyncapi.js';
import { fieldTable, linkTo, typeOf } from './field-table.js';
import { html, Markup } from './markup.js';
import { printJson } from './print-json.js';
import type { Json } from './schemas.js';

export const ASYNC_STYLE = `body { margin: 0 auto; max-width: 62rem; padding: 2rem 1.25rem 6rem; font: 16px/1.6 system-ui, "Noto Sans SC", sans-serif; color: #1d2733; background: #fff; }
nav, small { color: #5b6673; } nav a { margin-right: 1.25rem; } a { color: #0b5cad; }
h1 { font-size: 1.8rem; line-height: 1.25; } h2 { margin-top: 3rem; padding-bottom: .3rem; border-bottom: 2px solid #1d2733; } h3 { margin: 2.2rem 0 .3rem; }
code, pre { font: .88rem/1.5 ui-monospace, Menlo, Consolas, monospace, "Noto Sans SC"; } pre { background: #f3f5f8; padding: .8rem 1rem; overflow-x: auto; border-radius: 4px; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .35rem .7rem .35rem 0; border-bottom: 1px solid #dde3ea; } thead th { color: #5b6673; font-weight: 500; } th:first-child { width: 24%; } th:nth-child(2) { width: 38%; } tbody th { font-weight: 400; }
dd { margin-left: 1.5rem; } dd p { margin: .2rem 0 .6rem; }
.way { font-size: .85rem; font-weight: 400; color: #5b6673; margin-left: .6rem; }
ol.talk { list-style: none; padding: 0; } ol.talk li { margin: 1rem 0; padding-left: .9rem; border-left: 4px solid #0b5cad; } ol.talk li.up { border-color: #2f7d4f; }
dl.words dt { margin-top: 1.6rem; }
`;

const DEVICE = { receive: 'device → server 设备 → 服务器', send: 'server → device 服务器 → 设备' };
/** Who speaks, seen from the hall: the server, or what is connected to it. */
const WAYS = { live: { receive: 'screen → server 大屏 → 服务器', send: 'server → screen 服务器 → 大屏' }, feed: DEVICE, mqtt: DEVICE, mqttProblems: DEVICE };

export function asyncPage(document: AsyncDocument): string {
  const { info, channels, components } = document;
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${info.title}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="docs/fonts/400.css"><link rel="stylesheet" href="docs/async-page.css"></head>
<body>
<nav><a href="docs">HTTP interface 接口文档</a> <a href="asyncapi.json">asyncapi.json</a> <a href="#schemas">Schemas 数据结构</a></nav>
<h1>${info.title}</h1>
${info.description.split('\n\n').map((text) => html`<p>${text}</p>\n`)}
<h2>An example 示例对话</h2>
${conversation(document)}
${Object.entries(channels).map(([name, channel]) => html`<h2 id="channel-${name}">${channel.title} <code>${channel.address}</code></h2>
<p>${channel.description}</p>
${Object.keys(channel.messages).map((message) => messageSection(document, { channel: name as keyof typeof WAYS, message }))}`)}
<h2 id="schemas">Schemas 数据结构</h2>
<dl class="words">${Object.entries(components.schemas).map(([name, schema]) => schemaEntry(name, schema))}</dl>
</body></html>
`.text;
}

function wayOf({ operations }: AsyncDocument, { channel, message }: { channel: keyof typeof WAYS; message: string }): { up: boolean; text: string } {
  const up = operations[message]?.action === 'receive';
  return { up, text: WAYS[channel][up ? 'receive' : 'send'] };
}

const SHOWN_ABOVE = ['hello', 'snapshot', 'delta', 'beat'];

function conversation(document: AsyncDocument): Markup {
  const turns = [['hello', 0], ['snapshot', 0], ['delta', 0], ['beat', 0], ['hello', 1]] as const;
  const why: Record<string, string> = { hello0: 'A screen starts 首次连接', hello1: 'The connection broke and is back 断线重连: only what was missed is sent' };
  return html`<ol class="talk">${turns.map(([message, index]) => {
    const { up, text } = wayOf(document, { channel: 'live', message });
    const example = document.components.messages[message]!.examples[index]!;
    return html`<li${up ? html` class="up"` : ''}><strong>${message}</strong><span class="way">${text}</span> ${why[message + String(index)] ?? ''}<pre>${printJson(example.payload)}</pre></li>\n`;
  })}</ol>`;
}

function messageSection(document: AsyncDocument, place: { channel: keyof typeof WAYS; message: string }): Markup {
  const { title, summary, payload, examples } = document.components.messages[place.message]!;
  const name = typeof payload['$ref'] === 'string' ? payload['$ref'].split('/').at(-1)! : null;
  const schema = name === null ? payload : document.components.schemas[name]!;
  const shownAbove = SHOWN_ABOVE.includes(place.message);
  return html`<h3 id="message-${place.message}">${title}<span class="way">${wayOf(document, place).text}</span></h3>
<p>${descriptionOf(schema) || `${summary}.`}</p>
${name === null ? html`<p>${typeOf(payload)}</p>` : fieldTable(schema)}
${shownAbove ? '' : html`<pre>${printJson(examples[0]!.payload)}</pre>`}
`;
}

function schemaEntry(name: string, schema: Json): Markup {
  const data = eventDataOf(schema);
  const fields = fieldTable(data ?? schema);
  const more = fields.text === '' ? (data ? 'No fields of data 无数据字段.' : html`(${typeOf(schema)})`) : data ? 'Fields of data 数据字段:' : '';
  return html`<dt id="${name}"><strong>${linkTo(name)}</strong></dt><dd><p>${descriptionOf(schema)} ${more}</p>${fields}</dd>\n`;
}

/** Of an event its data; the envelope is the same for all and told once. */
function eventDataOf({ properties }: Json): Json | undefined {
  const { specversion, data } = (properties ?? {}) as Record<string, Json>;
  return specversion ? data : undefined;
}

function descriptionOf({ description }: Json): string {
  return typeof description === 'string' ? description : '';
}
