import { isAbsolute } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clearTracing, readConfig } from '../src/config.ts';
import { AppError } from '../src/domain/errors.ts';

function faultOf(environment: Record<string, string>): AppError {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof AppError) return error;
  }
  throw new Error('it was accepted');
}

it('serves this machine alone on port 8787, with everything in the project, when nothing is set', () => {
  const config = readConfig({});
  expect(config).toMatchObject({ port: 8787, host: '127.0.0.1', publicUrl: null, open: false, logLevel: 'info' });
  expect(config.retentionDays).toBe(90);
  expect([config.corpusDir, config.dataDir, config.indexDir, config.modelDir].every(isAbsolute)).toBe(true);
  expect(Object.isFrozen(config)).toBe(true);
});

it('takes what is set', () => {
  const config = readConfig({
    PORT: '0',
    HOST: '0.0.0.0',
    BLUELAMP_OPEN: 'true',
    BLUELAMP_INDEX_DIR: '/tmp/elsewhere',
    BLUELAMP_PUBLIC_URL: 'https://bluelamp.example',
    BLUELAMP_LOG: 'debug',
    BLUELAMP_RETENTION_DAYS: '0',
  });
  expect(config).toMatchObject({ port: 0, host: '0.0.0.0', open: true, indexDir: '/tmp/elsewhere', logLevel: 'debug' });
  expect(config).toMatchObject({ publicUrl: 'https://bluelamp.example', retentionDays: 0 });
});

describe('a language model', () => {
  it('is off unless it is set', () => {
    expect(readConfig({ BLUELAMP_LLM_BASE_URL: 'http://localhost:8000/v1' }).languageModel).toBeNull();
  });

  it('is a provider and a model, which may have colons of its own, with its limits', () => {
    const given = { BLUELAMP_LLM: 'openai:llama3.1:8b', BLUELAMP_LLM_BASE_URL: 'http://localhost:8000/v1' };
    expect(readConfig({ ...given, BLUELAMP_LLM_TOKENS_PER_DAY: '0' }).languageModel).toEqual({
      provider: 'openai',
      model: 'llama3.1:8b',
      baseUrl: 'http://localhost:8000/v1',
      apiKey: null,
      seconds: 15,
      tokensPerDay: 0,
      tokensPerReader: 200_000,
    });
  });

  it('has a time that leaves a question enough of its own', () => {
    for (const seconds of ['0', '19'])
      expect(faultOf({ BLUELAMP_LLM_SECONDS: seconds }).message).toContain('from 1 to 18');
  });

  it.each(['llama', ':llama', 'openai:', 'open ai:x'])('is not "%s"', (name) => {
    expect(faultOf({ BLUELAMP_LLM: name }).message).toContain('BLUELAMP_LLM');
  });
});

describe('access', () => {
  it('is for everyone, sixty questions a minute and ten sockets each, when nothing is set', () => {
    expect(readConfig({})).toMatchObject({ tokens: [], allowedOrigins: [], asksPerMinute: 60, socketsPerClient: 10 });
  });

  it('is by named tokens, of which one name may have several', () => {
    expect(readConfig({ BLUELAMP_API_TOKENS: 'ann:s3cr-et~/+=!,bob:a:b, ann:other' }).tokens).toEqual([
      { name: 'ann', token: 's3cr-et~/+=!' },
      { name: 'bob', token: 'a:b' },
      { name: 'ann', token: 'other' },
    ]);
  });

  it('is for pages of the origins that are named', () => {
    const { allowedOrigins } = readConfig({
      BLUELAMP_ALLOWED_ORIGINS: 'https://Intranet.example, http://localhost:5173',
    });
    expect(allowedOrigins).toEqual(['https://intranet.example', 'http://localhost:5173']);
  });

  it('has no limit of sockets where it has none of questions, unless one is set', () => {
    expect(readConfig({ BLUELAMP_ASKS_PER_MINUTE: '0' })).toMatchObject({ asksPerMinute: 0, socketsPerClient: 0 });
    const both = readConfig({ BLUELAMP_ASKS_PER_MINUTE: '0', BLUELAMP_SOCKETS_PER_CLIENT: '7' });
    expect(both.socketsPerClient).toBe(7);
  });
});

it('names an unknown BLUELAMP_ variable and lists the known ones', () => {
  const { code, message } = faultOf({ BLUELAMP_INDEXDIR: '/tmp' });
  expect(code).toBe('configuration');
  expect(message).toContain('BLUELAMP_INDEXDIR');
  expect(message).toContain('BLUELAMP_INDEX_DIR');
});

it.each([
  ['PORT', ''],
  ['PORT', '65536'],
  ['PORT', '0x50'],
  ['PORT', 'eighty'],
  ['PORT', '-1'],
  ['HOST', ''],
  ['BLUELAMP_INDEX_DIR', ''],
  ['BLUELAMP_LOG', 'verbose'],
  ['BLUELAMP_OPEN', 'yes'],
  ['BLUELAMP_RETENTION_DAYS', '-1'],
  ['BLUELAMP_RETENTION_DAYS', '90 days'],
  ['BLUELAMP_RETENTION_DAYS', '36501'],
  ['BLUELAMP_PUBLIC_URL', 'ftp://bluelamp.example'],
  ['BLUELAMP_API_TOKENS', ''],
  ['BLUELAMP_API_TOKENS', ','],
  ['BLUELAMP_API_TOKENS', 'secret'],
  ['BLUELAMP_API_TOKENS', ':secret'],
  ['BLUELAMP_API_TOKENS', 'ann:'],
  ['BLUELAMP_API_TOKENS', 'ann:secret,bob'],
  ['BLUELAMP_API_TOKENS', 'ann smith:secret'],
  ['BLUELAMP_API_TOKENS', '(open):secret'],
  ['BLUELAMP_API_TOKENS', 'ann:two words'],
  ['BLUELAMP_API_TOKENS', 'ann:secret,bob:secret'],
  ['BLUELAMP_ALLOWED_ORIGINS', '*'],
  ['BLUELAMP_ALLOWED_ORIGINS', 'intranet.example'],
  ['BLUELAMP_ALLOWED_ORIGINS', 'https://intranet.example/path'],
  ['BLUELAMP_ALLOWED_ORIGINS', 'https://a@intranet.example'],
  ['BLUELAMP_ALLOWED_ORIGINS', 'null'],
  ['BLUELAMP_ASKS_PER_MINUTE', '-1'],
  ['BLUELAMP_ASKS_PER_MINUTE', ''],
  ['BLUELAMP_ASKS_PER_MINUTE', '1.5'],
  ['BLUELAMP_ASKS_PER_MINUTE', '10001'],
  ['BLUELAMP_SOCKETS_PER_CLIENT', 'ten'],
])('names %s when its value is "%s"', (name, value) => {
  const { code, message } = faultOf({ [name]: value });
  expect(code).toBe('configuration');
  expect(message).toContain(name);
});

it('does not repeat a bad value, which may be a secret put under the wrong name', () => {
  expect(faultOf({ BLUELAMP_LOG: 'hunter2' }).message).not.toContain('hunter2');
  expect(faultOf({ BLUELAMP_API_TOKENS: 'ann smith:hunter2' }).message).not.toContain('hunter2');
});

it('clears every tracing variable and names them', () => {
  const environment: Record<string, string | undefined> = {
    LANGSMITH_API_KEY: 'x',
    LANGCHAIN_TRACING_V2: 'true',
    LANGCHAIN_VERBOSE: 'true',
    PATH: '/bin',
  };
  expect(clearTracing(environment)).toEqual(['LANGSMITH_API_KEY', 'LANGCHAIN_TRACING_V2', 'LANGCHAIN_VERBOSE']);
  expect(environment).toEqual({ PATH: '/bin' });
});

describe('Slack', () => {
  it('is off when nothing of it is set', () => {
    expect(readConfig({}).slack).toBeNull();
  });

  it('is reached over HTTP, Socket Mode or both', () => {
    const set = { SLACK_SIGNING_SECRET: 'abc', SLACK_BOT_TOKEN: 'xoxb-1-a', SLACK_APP_TOKEN: 'xapp-1-b' };
    const usual = { apiUrl: 'https://slack.com/api/', followThreads: true, humanContact: null, allowedTeams: [] };
    expect(readConfig(set).slack).toEqual({
      ...usual,
      signingSecret: 'abc',
      botToken: 'xoxb-1-a',
      appToken: 'xapp-1-b',
    });
    expect(readConfig({ SLACK_SIGNING_SECRET: 'abc' }).slack).toMatchObject({ botToken: null, appToken: null });
  });

  it.each([
    ['any', 'any'],
    ['T0123', ['T0123']],
    ['T0123, E0456', ['T0123', 'E0456']],
  ])('answers people of other workspaces where %s is set', (set, allowedTeams) => {
    const { slack } = readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', BLUELAMP_SLACK_ALLOWED_TEAMS: set });
    expect(slack).toMatchObject({ allowedTeams });
  });

  it('is called where a stand-in listens, on this machine', () => {
    const { slack } = readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_API_URL: 'http://127.0.0.1:9000/api' });
    expect(slack?.apiUrl).toBe('http://127.0.0.1:9000/api/');
  });

  it.each([
    ['SLACK_SIGNING_SECRET', ''],
    ['SLACK_SIGNING_SECRET', 'canary with spaces'],
    ['SLACK_BOT_TOKEN', 'xapp-canary'],
    ['SLACK_BOT_TOKEN', 'canary'],
    ['SLACK_APP_TOKEN', 'xoxb-canary'],
    ['SLACK_API_URL', 'http://canary.example/api/'],
    ['SLACK_API_URL', 'canary'],
    ['BLUELAMP_SLACK_FOLLOW_THREADS', 'canary'],
    ['BLUELAMP_SLACK_ALLOWED_TEAMS', 'canary'],
    ['BLUELAMP_SLACK_CONTACT', ' '],
  ])('names %s where %j is no value for it, and does not repeat it', (name, value) => {
    const { code, message } = faultOf({ [name]: value });
    expect(code).toBe('configuration');
    expect(message).toContain(`${name} has a value that cannot be used`);
    expect(message).not.toContain('canary');
  });
});
