// The pages, drawn here so that they work without a script.
import type { Context, Hono } from 'hono';
import type { Asks } from '../../admission/asks.ts';
import { aboutWire } from '../../contract/about.ts';
import { questionSchema } from '../../contract/answer.ts';
import { exampleQuestions, noExamples } from '../../../web/example-questions.ts';
import { renderAccessibility } from '../../../web/render-accessibility.ts';
import { renderDocuments } from '../../../web/render-documents.ts';
import { renderHelp } from '../../../web/render-help.ts';
import { renderHome } from '../../../web/render-home.ts';
import type { Home, Start } from '../../../web/render-home.ts';
import { renderReader } from '../../../web/reader/render-reader.ts';
import { callerOf, requireCaller } from './callers.ts';
import { laidOutDocument, laterDocument, listDocuments } from './catalogue.ts';
import { hostOf } from './cross-origin.ts';
import { isOurHost, isOurOrigin } from './our-hosts.ts';
import type { HttpEnv, HttpParts } from './parts.ts';
import { readFind } from './read-find.ts';
import { readSpan } from './read-span.ts';
import { answered } from './routes-ask.ts';

type PageParts = Pick<HttpParts, 'asks' | 'built' | 'languageModel' | 'tokens'>;

export function addPages(app: Hono<HttpEnv>, { asks, built: bundle, languageModel, tokens }: PageParts): void {
  const notice = aboutWire(languageModel).languageModel?.notice ?? null;
  const render = (home: Home): string => renderHome(home, { bundle, wantsToken: tokens !== null, notice });
  app.get('/', async (c) => {
    const asked = c.req.query('q');
    if (asked === undefined) return c.html(render(await startPage(c)));
    if (!mayAsk(c)) return c.html(render(await startPage(c, { offered: asked })));
    // The chat asks for a token, and then what was asked.
    const isUnknown = c.get('caller') === null && bundle !== null;
    if (isUnknown) return c.html(render(await startPage(c, { offered: asked, asksOffered: true })), 401);
    const home = await askedPage(c, asks, asked);
    return c.html(render(home), home.kind === 'problem' ? 400 : 200);
  });
  app.get('/documents', requireCaller, async (c) => c.html(renderDocuments(await listDocuments(c.get('index')))));
  app.get('/documents/:id', requireCaller, async (c) => {
    const { document, layout } = await laidOutDocument(c.get('index'), c.req.param('id'));
    const quote = readSpan(c.req.query('start'), c.req.query('end'), document.text.length);
    const found = readFind(document.text, c.req.query('find'), c.req.query('hit'));
    const later = await laterDocument(c.get('index'), document);
    return c.html(renderReader({ document, layout, later, quote, found }));
  });
  app.get('/help', (c) => c.html(renderHelp()));
  app.get('/accessibility', (c) => c.html(renderAccessibility()));
}

/**
 * A link to a question asks it when a reader follows it here, or opens it from outside a page. What another site loads, with or
 * without a click, and what only looks (HEAD), asks nothing, for asking is kept and counted; the question is then offered.
 */
function mayAsk(c: Context<HttpEnv>): boolean {
  const host = hostOf(c);
  const origin = c.req.header('origin');
  const isForeign = origin !== undefined && !isOurOrigin(origin, host);
  return c.req.method === 'GET' && !isForeign && comesFromUs(c, host);
}

/**
 * Browsers say where a request comes from over HTTPS and to a loopback name, and old ones nowhere. Unsaid, only a referring page
 * of ours shows that no other site stands behind it; to a loopback name such a request is a program's on this machine.
 */
function comesFromUs(c: Context<HttpEnv>, host: string): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || (site === 'none' && isForAPage(c));
  const referrer = c.req.header('referer');
  if (referrer !== undefined) return URL.canParse(referrer) && isOurOrigin(new URL(referrer).origin, host);
  return isOurHost(host, []) && isForAPage(c);
}

function isForAPage(c: Context<HttpEnv>): boolean {
  return (c.req.header('sec-fetch-dest') ?? 'document') === 'document';
}

/** The page itself is for everyone; what it tells of the documents is not. */
async function startPage(c: Context<HttpEnv>, offer: Pick<Start, 'offered' | 'asksOffered'> = {}): Promise<Home> {
  const index = c.get('index');
  const [documents, acronyms] = await Promise.all([listDocuments(index), index.acronyms()]);
  const acronym = acronyms.find(({ documentId }) => documentId === documents.at(-1)?.id) ?? acronyms[0];
  const isReturning = c.req.query('c') !== undefined;
  const examples = c.get('caller') === null ? noExamples : exampleQuestions(documents, acronym?.term ?? null);
  return { kind: 'start', examples, documents: documents.length, isReturning, ...offer };
}

async function askedPage(c: Context<HttpEnv>, asks: Asks, asked: string): Promise<Home> {
  const caller = callerOf(c);
  const parsed = questionSchema.safeParse(asked);
  if (!parsed.success) return { kind: 'problem', question: asked, message: parsed.error.issues[0]?.message ?? '' };
  const question = parsed.data;
  const { signal } = c.req.raw;
  const { answer } = await answered(asks, { question, filters: {}, caller, requestId: c.get('requestId'), signal });
  const documents = await c.get('index').documents();
  const titles = new Map<string, string>(documents.map(({ id, title }) => [id, title]));
  return { kind: 'answered', question, answer, titles };
}
