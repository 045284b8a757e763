// Strategies of a made-up harbour authority, an index over them in memory, and the HTTP app on top.
import { createHash } from 'node:crypto';
import { findCommitments } from '../../../ingest/commitments/find.ts';
import { makeRegister } from '../../../ingest/register.ts';
import { readStructure } from '../../../ingest/structure.ts';
import { createPrometheusMetrics } from '../../../src/adapters/prometheus-metrics.ts';
import { createAskGate } from '../../../src/admission/ask-gate.ts';
import type { AskGate, GateLimits } from '../../../src/admission/ask-gate.ts';
import { createAsks } from '../../../src/admission/asks.ts';
import { createRateLimit } from '../../../src/admission/rate-limit.ts';
import { createConversations } from '../../../src/chat/conversations.ts';
import { createTurns } from '../../../src/chat/turn.ts';
import type { Turns } from '../../../src/chat/turn.ts';
import type { ConversationStore } from '../../../src/conversation-store.ts';
import type { DocumentStatus, Section, StrategyDocument, Years } from '../../../src/domain/document.ts';
import { isDocumentId, isPassageId, isSectionId } from '../../../src/domain/ids.ts';
import { emptyLexicon } from '../../../src/domain/lexicon.ts';
import { createHttpApp } from '../../../src/delivery/http/app.ts';
import type { HttpParts } from '../../../src/delivery/http/parts.ts';
import { createMcpDoor } from '../../../src/delivery/mcp/mcp-door.ts';
import { createChatDoor } from '../../../src/delivery/ws/chat-door.ts';
import type { ChatDoor } from '../../../src/delivery/ws/chat-door.ts';
import type { Passage } from '../../../src/domain/passage.ts';
import type { IndexedPassage, Log, PassageIndex } from '../../../src/ports.ts';
import { survey } from '../../../src/insight/survey.ts';
import { splitSentences } from '../../../src/text/sentences.ts';
import { createFakeEmbedder } from '../../ports/fake-embedder.ts';
import { createMemoryConversations } from '../../ports/memory-conversations.ts';
import { createMemoryIndex } from '../../ports/memory-index.ts';

export interface Strategy {
  readonly id: string;
  readonly title: string;
  readonly years: Years | null;
  readonly status: DocumentStatus;
  /** `# ` before a line makes it a section's heading. */
  readonly text: string;
}

export const harbourStrategies: readonly Strategy[] = [
  {
    id: '2008-2011-harbour-plan',
    title: 'Harbour Plan 2008–2011',
    years: { from: 2008, to: 2011 },
    status: 'draft',
    text: `# Moorings\n\nWe will dredge the eastern basin every spring before the herring season begins.\nThe pilots will keep two cutters ready\nthrough each winter night.\n\n# Tolls\n\nFishing boats pay no toll on market days.\n\n• Barges pay nine crowns a day.\n• Ferries pay twelve crowns a day.\n`,
  },
  {
    id: '2015-2019-tidewater-strategy',
    title: 'Tidewater Strategy 2015–2019',
    years: { from: 2015, to: 2019 },
    status: 'published',
    text: `# Lighthouses\n\nThe northern lighthouse will burn a blue lamp until every trawler is home.\n\n# Apprentices\n\nWe will train forty apprentice harbour masters by 2018.\nHarbour Watch Teams (HWT) walk the quays at dusk.\n\nYear\tApprentices\n2016\t12\n`,
  },
  {
    id: '2024-2027-open-water',
    title: 'Open Water 2024–2027',
    years: { from: 2024, to: 2027 },
    status: 'for consultation',
    text: `# Clean water\n\nEvery quay will have a reed bed that filters oily rainwater.\n\nSwimming lessons will be free for children of the *old* and the **new** town.\n`,
  },
];

export const dredging = 'We will dredge the eastern basin every spring before the herring season begins.';

function toDocumentId(text: string): StrategyDocument['id'] {
  if (!isDocumentId(text)) throw new Error(`${text} is no document id.`);
  return text;
}

const harbourThemes = {
  except: [],
  themes: [
    { id: 'dredging', name: 'Dredging', phrases: ['dredge', 'dredging', 'basin'] },
    { id: 'watch', name: 'Watch', phrases: ['harbour watch', 'patrol', 'teams'] },
    { id: 'whaling', name: 'Whaling', phrases: ['whale'] },
  ],
};

async function indexOf(strategies: readonly Strategy[]): Promise<PassageIndex> {
  const embedder = createFakeEmbedder();
  const documents = strategies.map(toDocument);
  const drafts = documents.flatMap(draftPassages);
  const embedOne = async (text: string): Promise<Float32Array> =>
    (await embedder.embed([text]))[0] ?? new Float32Array(64);
  const passages = await Promise.all(
    drafts.map(async (passage): Promise<IndexedPassage> => {
      const sentences = passage.sentences.map(({ start, end }) =>
        passage.text.slice(start - passage.start, end - passage.start),
      );
      const vectors = await Promise.all(sentences.map(embedOne));
      const vector = await embedOne(passage.text);
      return { ...passage, vector, sentenceVectors: vectors, contextVectors: vectors, knownQuestions: [] };
    }),
  );
  const acronyms = documents.flatMap((document) => {
    const start = document.text.indexOf('Harbour Watch Teams (HWT)');
    if (start < 0) return [];
    return [{ term: 'HWT', expansion: 'Harbour Watch Teams', documentId: document.id, start, end: start + 25 }];
  });
  const register = documents.map((document) => ({
    document,
    file: `${document.id}.txt`,
    sha256: '',
    passages: passages
      .filter(({ documentId }) => documentId === document.id)
      .map((passage) => ({
        ...passage,
        embedKey: '',
        sentenceEmbedKeys: [],
        contextEmbedKeys: [],
        knownQuestions: [],
      })),
    commitments: findCommitments(document.text, readStructure(document.text)),
  }));
  const insight = survey({ documents: register, themes: harbourThemes, acronyms });
  const commitments = await makeRegister(register, { embedder, themes: insight.themes.lexicon });
  return createMemoryIndex({
    documents,
    passages,
    acronyms,
    commitments,
    lexicon: emptyLexicon,
    insight,
    model: embedder.model,
  });
}

export interface MadeUpApp {
  readonly app: ReturnType<typeof createHttpApp>;
  readonly parts: HttpParts;
  readonly index: PassageIndex;
  readonly logged: readonly { level: string; event: string; fields: unknown }[];
  readonly chat: ChatDoor;
  readonly gate: AskGate;
  readonly store: ConversationStore;
}

/** What a test may have otherwise than the service as a rule has it. */
export interface Replaced extends Partial<HttpParts> {
  readonly turns?: Turns;
  readonly store?: ConversationStore;
  readonly log?: Log;
  readonly asksPerMinute?: number;
  readonly messagesPerMinute?: number;
  readonly recordsPerMinute?: number;
  readonly searchesAtOnce?: number;
  readonly socketsPerClient?: number;
  readonly gateLimits?: Partial<GateLimits>;
  readonly timeLimit?: number;
  readonly pingEvery?: number;
}

/** Milliseconds for a question, and no limits on how many. */
const usualLimits = {
  timeLimit: 30_000,
  asksPerMinute: 0,
  messagesPerMinute: 0,
  recordsPerMinute: 0,
  searchesAtOnce: 0,
  socketsPerClient: 0,
};

/** The service without its embedder, its index on disk and its database: everything between a request and the engine is real. */
export async function harbourApp(replaced: Replaced = {}, strategies = harbourStrategies): Promise<MadeUpApp> {
  const index = await indexOf(strategies);
  const logged: { level: string; event: string; fields: unknown }[] = [];
  let issued = 0;
  const now = (): number => performance.now();
  const shared = {
    ids: () => `id-${(issued += 1)}`,
    log: (level: string, event: string, fields?: unknown) => void logged.push({ level, event, fields }),
    ...replaced,
  };
  const { ids, log } = shared;
  const { turns = createTurns({ index: () => index, embedder: createFakeEmbedder(), log: () => undefined }) } =
    replaced;
  const { store = createMemoryConversations() } = replaced;
  const permalink = ({ documentId }: { documentId: string }): string => `http://localhost/documents/${documentId}`;
  const clock = (): Date => new Date('2026-01-02T03:04:05Z');
  const conversations = createConversations({ turns, store, ids, log, clock, permalink, retentionDays: 90 });
  const gate = createAskGate({ running: 8, waiting: 64, patience: 10_000, ...replaced.gateLimits });
  const metrics = createPrometheusMetrics(() => ({
    ...gate.load(),
    sockets: chat.count(),
    embedder: { ready: true, restarts: 0, waiting: 0 },
    generation: index.generation,
  }));
  const { asksPerMinute, messagesPerMinute, recordsPerMinute, ...limits } = { ...usualLimits, ...replaced };
  const { timeLimit, searchesAtOnce, socketsPerClient } = limits;
  const rateLimit = createRateLimit({ perMinute: asksPerMinute, now });
  const asks = createAsks({ conversations, turns, rateLimit, gate, searchesAtOnce, timeLimit, metrics });
  const chat = createChatDoor({
    asks,
    ids,
    log,
    messages: createRateLimit({ perMinute: messagesPerMinute, now }),
    socketsPerClient,
    ...(replaced.pingEvery !== undefined && { pingEvery: replaced.pingEvery }),
  });
  const { lease = () => ({ index, release: () => undefined }) } = replaced;
  const parts: HttpParts = {
    asks,
    conversations,
    records: createRateLimit({ perMinute: recordsPerMinute, now }),
    chat,
    languageModel: null,
    mcp: createMcpDoor({ asks, lease, permalink, log }),
    metrics,
    built: null,
    lease,
    health: () => ({ notReady: [], notes: [] }),
    tokens: null,
    isSecure: false,
    publicHosts: ['bluelamp.example'],
    allowedOrigins: [],
    ...shared,
  };
  return { app: createHttpApp(parts), parts, index, logged, chat, gate, store };
}

function toDocument({ id, title, years, status, text }: Strategy): StrategyDocument {
  const sections = sectionsOf(text);
  return {
    id: toDocumentId(id),
    title,
    shortTitle: title,
    nicknames: [],
    years,
    status,
    sourceNote: `Made up: ${title}.`,
    text,
    sections,
  };
}

function sectionsOf(text: string): Section[] {
  const headings = [...text.matchAll(/^# (.+)$/gmu)];
  return headings.map((match, number) => {
    const [, heading = ''] = match;
    const id = `${heading
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/gu, '-')
      .replaceAll(/^-|-$/gu, '')}-${number}`;
    if (!isSectionId(id)) throw new Error(`${id} is no section id.`);
    // As ingest has it: the section begins with the heading's words, after the hashes.
    const start = match.index + 2;
    return {
      id,
      heading,
      level: 1,
      page: number + 1,
      path: [heading],
      start,
      end: headings[number + 1]?.index ?? text.length,
    };
  });
}

function draftPassages(document: StrategyDocument): Passage[] {
  return [...document.text.matchAll(/[^\n](?:[^\n]|\n(?!\n))*/gu)].flatMap((match) => {
    const text = match[0].trimEnd();
    if (text.startsWith('# ')) return [];
    const start = match.index;
    const section = document.sections.findLast((each) => each.start <= start);
    const id = `p-${createHash('sha256').update(`${document.id} ${text}`).digest('hex').slice(0, 16)}`;
    if (!isPassageId(id)) throw new Error(`${id} is no passage id.`);
    const sentences = splitSentences(document.text, start, start + text.length).map((span) => ({
      ...span,
      kind: 'prose' as const,
    }));
    const place = { sectionId: section?.id ?? null, section: section?.path ?? [], page: section?.page ?? null };
    return [{ id, documentId: document.id, ...place, start, end: start + text.length, text, sentences }];
  });
}
