// The pages, drawn here so that they work without a script.
import type { Context, Hono } from 'hono';
import type { Asks } from '../../admission/asks.ts';
import { aboutWire } from '../../contract/about.ts';
import { questionSchema } from '../../contract/answer.ts';
import { exampleQuestions } from '../../../web/example-questions.ts';
import { renderDocuments } from '../../../web/render-documents.ts';
import { renderHelp } from '../../../web/render-help.ts';
import { renderHome } from '../../../web/render-home.ts';
import type { Home } from '../../../web/render-home.ts';
import { renderReader } from '../../../web/render-reader.ts';
import { callerOf, requireCaller } from './callers.ts';
import { listDocuments, readDocument } from './catalogue.ts';
import { hostOf } from './cross-origin.ts';
import { isOurOrigin } from './our-hosts.ts';
import type { HttpEnv, HttpParts } from './parts.ts';
import { readSpan } from './read-span.ts';
import { answered } from './routes-ask.ts';

export function addPages(app: Hono<HttpEnv>, { asks, languageModel }: HttpParts): void {
  const { languageModel: about } = aboutWire(languageModel);
  app.get('/', async (c) => {
    const asked = mayAsk(c) ? c.req.query('q') : undefined;
    const home = asked === undefined ? await startPage(c) : await askedPage(c, asks, asked);
    return c.html(renderHome(home, about?.notice), home.kind === 'problem' ? 400 : 200);
  });
  app.get('/documents', requireCaller, async (c) => c.html(renderDocuments(await listDocuments(c.get('index')))));
  app.get('/documents/:id', requireCaller, async (c) => {
    const document = await readDocument(c.get('index'), c.req.param('id'));
    const span = readSpan(c.req.query('start'), c.req.query('end'), document.text.length);
    return c.html(renderReader(document, span));
  });
  app.get('/help', (c) => c.html(renderHelp()));
}

/**
 * A link to a question is opened by a reader. What a page of another site loads in passing (an image, a frame, a fetch), and what
 * only looks (HEAD), asks nothing, for asking is kept and counted.
 */
function mayAsk(c: Context<HttpEnv>): boolean {
  const destination = c.req.header('sec-fetch-dest') ?? 'document';
  const isOpened = destination === 'document' || c.req.header('sec-fetch-site') === 'same-origin';
  const isForeign = c.req.header('origin') !== undefined && !isOurOrigin(c.req.header('origin') ?? '', hostOf(c));
  return c.req.method === 'GET' && isOpened && !isForeign;
}

/** The page itself is for everyone; what it tells of the documents is not. */
async function startPage(c: Context<HttpEnv>): Promise<Home> {
  const index = c.get('index');
  const [documents, acronyms] = await Promise.all([listDocuments(index), index.acronyms()]);
  const acronym = acronyms.find(({ documentId }) => documentId === documents.at(-1)?.id) ?? acronyms[0];
  const examples = c.get('caller') === null ? [] : exampleQuestions(documents, acronym?.term ?? null);
  return { kind: 'start', examples, documents: documents.length };
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
