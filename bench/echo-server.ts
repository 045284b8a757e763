// The baseline: Hono on the same adaptor, which answers a question with the question.
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();
app.post('/api/ask', async (context) => context.json({ answer: await context.req.text() }));
const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
  console.log(`Echo is ready on http://localhost:${port}`),
);
process.once('SIGTERM', () => {
  server.close();
  if ('closeAllConnections' in server) server.closeAllConnections();
});
