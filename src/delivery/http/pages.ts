// The pages, drawn here so that they work without a script.
import type { Hono } from 'hono';
import { answerWire } from '../../chat/wire.ts';
import { questionSchema } from '../../contract/answer.ts';
import { exampleQuestions } from '../../../web/example-questions.ts';
import { renderDocuments } from '../../../web/render-documents.ts';
import { renderHelp } from '../../../web/render-help.ts';
import { renderHome } from '../../../web/render-home.ts';
import type { Home } from '../../../web/render-home.ts';
import { renderReader } from '../../../web/render-reader.ts';
import { listDocuments, readDocument } from './catalogue.ts';
import type { HttpEnv, HttpParts } from './parts.ts';
import { readSpan } from './read-span.ts';

export function addPages(app: Hono<HttpEnv>, parts: HttpParts): void {
  app.get('/', async (c) => {
    const asked = c.req.query('q');
    const home = asked === undefined ? await startPage(parts) : await askedPage(parts, asked, c.req.raw.signal);
    return c.html(renderHome(home), home.kind === 'problem' ? 400 : 200);
  });
  app.get('/documents', async (c) => c.html(renderDocuments(await listDocuments(parts.index()))));
  app.get('/documents/:id', async (c) => {
    const document = await readDocument(parts.index(), c.req.param('id'));
    const span = readSpan(c.req.query('start'), c.req.query('end'), document.text.length);
    return c.html(renderReader(document, span));
  });
  app.get('/help', (c) => c.html(renderHelp()));
}

async function startPage(parts: HttpParts): Promise<Home> {
  const index = parts.index();
  const [documents, acronyms] = await Promise.all([listDocuments(index), index.acronyms()]);
  const acronym = acronyms.find(({ documentId }) => documentId === documents.at(-1)?.id) ?? acronyms[0];
  const examples = exampleQuestions(documents, acronym?.term ?? null);
  return { kind: 'start', examples, documents: documents.length };
}

async function askedPage(parts: HttpParts, asked: string, signal: AbortSignal): Promise<Home> {
  const parsed = questionSchema.safeParse(asked);
  if (!parsed.success) return { kind: 'problem', question: asked, message: parsed.error.issues[0]?.message ?? '' };
  const question = parsed.data;
  const result = await parts.turns.ask({ question, signal });
  const answer = answerWire(result, { conversationId: parts.ids(), messageId: parts.ids() });
  const documents = await parts.index().documents();
  const titles = new Map<string, string>(documents.map(({ id, title }) => [id, title]));
  return { kind: 'answered', question, answer, titles };
}
