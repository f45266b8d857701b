import * as messages from '../../../shared/messages/messages.js';
import { eventData, CloudEvent, IntakeAnswer, type EventType } from '../../../shared/events/cloud-event.js';
import { asyncApi } from './asyncapi.js';
import { asyncPage } from './async-page.js';
import { schemas } from './schemas.js';

const document = asyncApi('1.0.0');
type Event = { type: EventType; data: unknown };
const isEvent = (event: Event) => CloudEvent.safeParse(event).success && eventData[event.type].safeParse(event.data).success;

describe('The AsyncAPI document', () => {
  it('has every message of the live feed and of the events feed, each sent or received by somebody', () => {
    const ofShared = Object.keys(messages).filter((name) => !/^(PROTOCOL|screenPages)$/.test(name)).map((name) => name.replace('ScreenStatus', 'status').toLowerCase());
    expect(Object.keys(document.channels.live.messages).sort()).toEqual(ofShared.sort());
    expect(Object.keys(document.channels.feed.messages)).toEqual(['events', 'answer']);
    expect(Object.keys(document.components.messages).sort()).toEqual([...ofShared, 'events', 'answer', 'published', 'problems'].sort());
    const spoken = Object.values(document.operations).flatMap(({ messages: said, reply }) => [...(said as unknown[]), ...((reply as { messages: unknown[] } | undefined)?.messages ?? [])]);
    const told = Object.entries(document.channels).flatMap(([channel, { messages: names }]) => Object.keys(names).map((name) => ({ $ref: `#/channels/${channel}/messages/${name}` })));
    expect(spoken).toEqual(jasmine.arrayWithExactContents(told));
  });

  it('shows examples that are what they say', () => {
    const readers: Record<string, (value: unknown) => boolean> = {
      hello: (value) => messages.Hello.safeParse(value).success,
      snapshot: (value) => messages.Snapshot.safeParse(value).success,
      delta: (value) => messages.Delta.safeParse(value).success && schemas['DeltaMessage']!.safeParse(value).success,
      beat: (value) => messages.Beat.safeParse(value).success,
      refused: (value) => messages.Refused.safeParse(value).success,
      status: (value) => messages.ScreenStatus.safeParse(value).success,
      reload: (value) => messages.Reload.safeParse(value).success,
      answer: (value) => IntakeAnswer.safeParse(value).success,
      problems: (value) => IntakeAnswer.safeParse(value).success,
      events: (value) => (value as { events: Event[] }).events.every(isEvent),
      published: (value) => isEvent(value as Event),
    };
    for (const [name, { examples }] of Object.entries(document.components.messages)) {
      expect(examples.length).withContext(name).toBeGreaterThan(0);
      for (const { payload } of examples) expect(readers[name]!(payload)).withContext(`${name} ${JSON.stringify(payload)}`).toBeTrue();
    }
  });
});

describe('The page of the sockets', () => {
  it('shows every message and schema, with links that lead somewhere', () => {
    const page = asyncPage(document);
    for (const name of Object.keys(document.components.messages)) expect(page).toContain(`id="message-${name}"`);
    for (const name of Object.keys(document.components.schemas)) expect(page).toContain(`<dt id="${name}">`);
    const [ids, links] = [/ id="([^"]+)"/g, / href="#([^"]+)"/g].map((wanted) => new Set([...page.matchAll(wanted)].map((match) => match[1]!)));
    expect([...links!].filter((link) => !ids!.has(link))).toEqual([]);
    expect(page).not.toContain('[object Object]');
    expect(page).not.toContain('undefined');
  });

  it('escapes whatever the document says, and runs no script', () => {
    const evil = '<script>alert("x")</script>&\'';
    const { info, components: { messages: said, ...components } } = document;
    const hello = { ...said['hello']!, summary: evil, examples: [{ payload: { protocol: evil } }, { payload: {} }] };
    const page = asyncPage({ ...document, info: { ...info, title: evil, description: evil }, components: { ...components, messages: { ...said, hello } } });
    expect(page).not.toContain('<script');
    expect(page).toContain('<title>&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;&#39;</title>');
  });
});
