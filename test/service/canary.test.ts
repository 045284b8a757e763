// X2: nothing secret and nothing that a reader said comes out where operators and other readers look.
import { randomBytes } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { connect, tryConnect } from '../delivery/ws/chat-client.ts';
import { builtIndex, startService } from './running-service.ts';

let BLUELAMP_INDEX_DIR = '';
beforeAll(async () => {
  BLUELAMP_INDEX_DIR = await builtIndex();
});

it('X2 canaries in tokens, headers, addresses, questions, feedback and frames are in no log, error, health or metric', async () => {
  const canaries: string[] = [];
  const canary = (): string => {
    const made = `canary${randomBytes(8).toString('hex')}`;
    canaries.push(made);
    return made;
  };
  const [token, key] = [canary(), canary()];
  const service = await startService({
    BLUELAMP_INDEX_DIR,
    BLUELAMP_API_TOKENS: `ann:${token}`,
    BLUELAMP_LOG: 'debug',
    SLACK_SIGNING_SECRET: canary(),
    SLACK_BOT_TOKEN: `xoxb-${canary()}`,
    // Nobody listens there.
    SLACK_API_URL: 'http://127.0.0.1:9/api/',
    BLUELAMP_LLM: 'openai:made-up',
    BLUELAMP_LLM_BASE_URL: 'http://127.0.0.1:9/v1',
    BLUELAMP_LLM_API_KEY: key,
  });
  const said: string[] = [];
  const send = async (path: string, init: RequestInit = {}, headers: Record<string, string> = {}): Promise<void> => {
    const all = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'x-canary': canary(),
      ...headers,
    };
    const response = await fetch(`${service.url}${path}`, { ...init, headers: all });
    // What was answered to a reader is the reader's; what is said about the request is not.
    if (response.status >= 400) said.push(await response.text(), JSON.stringify([...response.headers]));
    else await response.body?.cancel();
  };
  const post = (body: unknown): RequestInit => ({ method: 'POST', body: JSON.stringify(body) });
  await send('/api/ask', post({ question: `How many ${canary()} constables will be recruited?` }));
  await send('/api/ask', post({ question: canary(), conversationId: canary() }));
  await send('/api/ask', { method: 'POST', body: `{"question": ${canary()}` });
  await send('/api/ask', post({ question: 'a' }), { authorization: `Bearer ${canary()}` });
  await send('/api/ask', post({ question: 'a' }), { origin: `https://${canary()}.example` });
  await send('/api/ask', post({ question: 'a' }), { cookie: canary(), referer: `https://${canary()}.example` });
  await send('/api/feedback', post({ messageId: canary(), verdict: 'helpful', comment: canary() }));
  await send(`/api/search?q=${canary()}`);
  await send(`/?q=${canary()}`);
  await send(`/api/commitments?q=${canary()}&cursor=${canary()}`);
  await send(`/api/commitments/${canary()}`);
  await send(`/api/glossary?q=${canary()}`);
  await send(`/commitments?q=${canary()}&theme=${canary()}`);
  await send(`/priorities?theme=${canary()}&document=${canary()}`);
  await send(`/documents/lantern-plan-2023-2025?find=${canary()}&start=${canary()}`);
  const accept = 'application/json, text/event-stream';
  const call = (name: string, given: object) =>
    post({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: given } });
  await send('/mcp', call('ask_strategies', { question: canary(), conversationId: canary() }), { accept });
  await send('/mcp', call(canary(), { [canary()]: canary() }), { accept });
  await send('/mcp', { method: 'POST', body: `{"jsonrpc": ${canary()}` }, { accept });
  for (const name of ['events', 'commands', 'interactions'])
    await send(`/slack/${name}`, post({ event: canary() }), { 'x-slack-signature': `v0=${canary()}` });
  await send(
    '/sign-in',
    { method: 'POST', body: `token=${canary()}&next=/${canary()}` },
    { 'content-type': 'application/x-www-form-urlencoded' },
  );
  await send(`/api/conversations/${canary()}`);
  await send(`/api/documents/${canary()}?token=${canary()}`);
  await send(`/${canary()}`);
  const client = await connect(service.url, { protocols: ['bluelamp', `bearer.${token}`] });
  client.ask('one', `How many ${canary()} constables will be recruited?`);
  client.send(`{"type":"${canary()}"}`);
  await client.first('answer', 'one');
  said.push(JSON.stringify(client.frames.filter(({ type }) => type === 'error')));
  expect(await tryConnect(service.url, { protocols: ['bluelamp', `bearer.${canary()}`] })).toBe(401);
  for (const path of ['/healthz', '/readyz', '/metrics', '/api/openapi.json'])
    said.push(await (await fetch(`${service.url}${path}`)).text());
  service.running.process.kill('SIGTERM');
  const { stdout, stderr } = await service.running.ended;
  const told = [stdout, stderr, ...said].join('\n');
  expect(stdout.split('\n').length).toBeGreaterThan(20);
  expect(canaries.filter((each) => told.includes(each))).toEqual([]);
});
