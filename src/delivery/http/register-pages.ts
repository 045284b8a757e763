// The pages of the register, drawn here so that they work without a script.
import type { Context, Hono } from 'hono';
import { registerQuerySchema } from '../../contract/commitments.ts';
import { AppError } from '../../domain/errors.ts';
import { listCommitments, readCommitment } from '../../insight/commitments.ts';
import type { PassageIndex } from '../../ports.ts';
import { renderCommitment } from '../../../web/register/render-commitment.ts';
import { renderRegister } from '../../../web/register/render-register.ts';
import type { Names } from '../../../web/register/render-row.ts';
import { requireCaller } from './callers.ts';
import type { HttpEnv } from './parts.ts';

export function addRegisterPages(app: Hono<HttpEnv>): void {
  app.get('/commitments', requireCaller, async (c) => {
    const index = c.get('index');
    const parsed = registerQuerySchema.safeParse(givenIn(c));
    if (!parsed.success)
      throw new AppError('invalid-request', parsed.error.issues[0]?.message ?? 'The address cannot be understood.');
    const { q, documents = [], theme = '', has, sort, cursor } = parsed.data;
    return c.html(
      renderRegister({
        ...(await namesIn(index)),
        page: await listCommitments(index, parsed.data),
        filter: { q, document: documents[0] ?? '', theme, has, sort },
        isContinued: cursor !== undefined,
      }),
    );
  });
  app.get('/commitments/:id', requireCaller, async (c) => {
    const index = c.get('index');
    const commitment = await readCommitment(index, c.req.param('id'));
    const order = (await index.documents()).map(({ id }) => id);
    return c.html(renderCommitment({ ...(await namesIn(index)), commitment, order }));
  });
}

/** A form sends what was left empty too. */
function givenIn(c: Context<HttpEnv>): Record<string, string | string[]> {
  const given = Object.entries(c.req.queries()).map(([name, values]): [string, string | string[]] => {
    const filled = values.filter((value) => value !== '');
    return [name, name === 'has' || name === 'documents' ? filled : (filled[0] ?? '')];
  });
  return Object.fromEntries(given.filter(([, value]) => value.length > 0));
}

async function namesIn(index: PassageIndex): Promise<Names> {
  const [documents, { themes }] = await Promise.all([index.documents(), index.insight()]);
  return {
    documents: new Map(documents.map(({ id, shortTitle }) => [id, shortTitle])),
    themes: new Map(themes.lexicon.themes.map(({ id, name }) => [id, name])),
  };
}
