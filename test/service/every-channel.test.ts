// One question, asked everywhere: whoever asks gets the same words from the same places with the same notices.
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { expect, it, onTestFinished } from 'vitest';
import { createCard } from '../../src/chat/card.ts';
import { cardMarkdown, cardText } from '../../src/chat/render-card.ts';
import { answerSchema } from '../../src/contract/answer.ts';
import type { AnswerWire } from '../../src/contract/answer.ts';
import { corpusFolder, run, temporaryFolder } from '../delivery/cli/real-command.ts';
import { textOf as textOfResult } from '../delivery/mcp/connected-client.ts';
import { botToken, eventOf, secret, signed, textOf } from '../delivery/slack/slack-service.ts';
import { connect } from '../delivery/ws/chat-client.ts';
import { startSlackStandIn } from '../slack-stand-in/slack-stand-in.ts';
import type { SlackStandIn } from '../slack-stand-in/slack-stand-in.ts';
import { ask, startService } from './running-service.ts';
import type { RunningService } from './running-service.ts';

const golden = 'How do the strategies compare on constables?';
const publicUrl = 'https://bluelamp.example';

const catalogued = (file: string, title: string, from: number, status: string): unknown => ({
  file,
  title,
  shortTitle: title,
  nicknames: [],
  years: { from, to: from + 2 },
  status,
  sourceNote: 'Made up.',
});

/** Words that every markup has to escape, a draft and a consultation. */
const files = {
  'harbour-2019.txt': `Harbour Strategy

Our promise

We will recruit 140 constables & <cadets> for the quay_side by March 2021. Each will spend three days a week on the quay.
`,
  'harbour-2023.txt': `Harbour Strategy, revised

More people | more lamps

We will recruit 60 more constables by June 2024. Volunteers will trim the wicks every evening.
`,
  'catalogue.json': JSON.stringify({
    organisation: 'Harbour Watch',
    documents: [
      catalogued('harbour-2019.txt', 'Harbour Strategy 2019', 2019, 'draft'),
      catalogued('harbour-2023.txt', 'Harbour & Quay Strategy 2023', 2023, 'for consultation'),
    ],
  }),
};

/** What is the same everywhere: the words, where they stand, and what to bear in mind. */
interface Substance {
  readonly lead: string;
  readonly sources: readonly { readonly quote: string; readonly link: string }[];
  readonly notices: readonly string[];
}

function substanceOf({ answer, citations, notices }: AnswerWire): Substance {
  return {
    // Each channel makes a marker its own: a link, a number, words for a screen reader.
    lead: (answer.split('\n')[0] ?? '').replaceAll(/ \[\d+\]/gu, ''),
    sources: citations.map((citation) => ({ quote: citation.quote, link: linkOf(citation) })),
    notices: notices.map(({ text }) => text),
  };
}

function linkOf({
  documentId,
  start,
  end,
}: Pick<AnswerWire['citations'][number], 'documentId' | 'start' | 'end'>): string {
  return `/documents/${documentId}?start=${start}&end=${end}`;
}

/** The answer as each channel hands it to a program. */
async function structured({ service, indexDir, mcp }: Everywhere): Promise<Record<string, AnswerWire>> {
  const socket = await connect(service.url);
  socket.ask('q', golden);
  const overMcp = await mcp.callTool({ name: 'ask_strategies', arguments: { question: golden } });
  const { stdout } = await run(['ask', golden, '--json'], { BLUELAMP_INDEX_DIR: indexDir });
  return {
    'HTTP interface': await ask(service, golden),
    WebSocket: (await socket.first('answer', 'q')).answer,
    MCP: answerSchema.parse(overMcp.structuredContent),
    'command line': answerSchema.parse(JSON.parse(stdout)),
  };
}

/** The answer as each channel shows it to a person. */
async function shown(
  { service, standIn, indexDir, mcp }: Everywhere,
  answer: AnswerWire,
): Promise<Record<string, string>> {
  const page = await fetch(`${service.url}/?q=${encodeURIComponent(golden)}`);
  const card = createCard(answer, {
    permalink: (place) => `${publicUrl}${linkOf(place)}`,
    openUrl: publicUrl,
    titleOf: (id) => id,
  });
  return {
    page: readHtml(await page.text()),
    Slack: readMrkdwn(textOf(await mentioned(service, standIn))),
    Markdown: cardMarkdown(card).replaceAll(/\\(?=[\p{P}\p{S}])/gu, ''),
    'plain text': cardText(card),
    'command line': (await run(['ask', golden], { BLUELAMP_INDEX_DIR: indexDir })).stdout,
    MCP: textOfResult(await mcp.callTool({ name: 'ask_strategies', arguments: { question: golden } })),
  };
}

async function mentioned({ url }: RunningService, standIn: SlackStandIn): Promise<Readonly<Record<string, unknown>>> {
  const body = eventOf({ text: `<@UBOT> ${golden}` });
  const headers = { 'content-type': 'application/json', ...signed(body) };
  expect((await fetch(`${url}/slack/events`, { method: 'POST', headers, body })).status).toBe(200);
  await expect.poll(() => standIn.accepted('chat.postMessage').length, { timeout: 30_000 }).toBe(1);
  return standIn.accepted('chat.postMessage')[0]?.body ?? {};
}

/** What a reader of the page has before them, and the addresses of its links. */
function readHtml(html: string): string {
  const main = /<main[^]*<\/main>/u.exec(html)?.[0] ?? '';
  return unescaped(main.replaceAll(/<a [^>]*href="([^"]*)"[^>]*>/gu, ' $1 ').replaceAll(/<[^>]*>/gu, ''));
}

function readMrkdwn(text: string): string {
  return unescaped(text.replaceAll('\u200b', '').replaceAll(/<([^|>]*)\|([^>]*)>/gu, ' $1 $2 '));
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** Channels break lines and mark words each in their own way. */
const bare = (text: string): string => text.replaceAll(/[\s*]/gu, '');

/** In the order in which they are named first. */
function linksIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\/documents\/[\w-]+\?start=\d+&end=\d+/gu)].map(([link]) => link))];
}

interface Everywhere {
  readonly service: RunningService;
  readonly standIn: SlackStandIn;
  readonly mcp: Client;
  readonly indexDir: string;
}

async function openEverywhere(): Promise<Everywhere> {
  const indexDir = temporaryFolder();
  const { code } = await run(['ingest', corpusFolder(files)], { BLUELAMP_INDEX_DIR: indexDir });
  expect(code).toBe(0);
  const standIn = await startSlackStandIn({ botToken });
  onTestFinished(() => standIn.close());
  const service = await startService({
    BLUELAMP_INDEX_DIR: indexDir,
    BLUELAMP_PUBLIC_URL: publicUrl,
    SLACK_SIGNING_SECRET: secret,
    SLACK_BOT_TOKEN: botToken,
    SLACK_API_URL: standIn.apiUrl,
  });
  const mcp = new Client({ name: 'test', version: '1' });
  await mcp.connect(new StreamableHTTPClientTransport(new URL('/mcp', service.url)));
  onTestFinished(() => mcp.close());
  return { service, standIn, mcp, indexDir };
}

/** It starts four processes, each with its model, on a machine that may have other work. */
it('the page, the interface, the socket, Slack, Markdown, plain text, the command line and MCP agree', async () => {
  const everywhere = await openEverywhere();
  const answers = await structured(everywhere);
  const overHttp = answers['HTTP interface'] ?? expect.unreachable();
  const substance = substanceOf(overHttp);
  expect(substance).toMatchObject({
    lead: '**Harbour Strategy 2019**: “We will recruit 140 constables & <cadets> for the quay_side by March 2021.”',
    notices: [expect.stringContaining('draft'), expect.stringContaining('consultation')],
  });
  expect(substance.sources).toHaveLength(2);
  for (const [channel, answer] of Object.entries(answers)) {
    expect({ channel, ...substanceOf(answer) }).toEqual({ channel, ...substance });
  }
  for (const [channel, text] of Object.entries(await shown(everywhere, overHttp))) {
    const words = [
      substance.lead,
      ...overHttp.citations.flatMap(({ quote, document, section }) => [quote, document.title, ...section]),
      ...substance.notices,
    ];
    const missing = words.filter((each) => !bare(text).includes(bare(each)));
    expect({ channel, missing }).toEqual({ channel, missing: [] });
    // A terminal has no links; it names each place in words.
    const links = channel === 'command line' ? [] : substance.sources.map(({ link }) => link);
    expect({ channel, links: linksIn(text) }).toEqual({ channel, links });
  }
}, 300_000);
