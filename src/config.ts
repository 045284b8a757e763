// The environment, parsed once into a frozen Config; no other file reads process.env.
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { NamedToken } from './admission/access-tokens.ts';
import { readSlackConfig, slackSettings } from './config-slack.ts';
import type { SlackConfig } from './config-slack.ts';
import { AppError } from './domain/errors.ts';

/** The project's root, whether this file runs as src/config.ts or as dist/src/config.js. */
const root = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? '..' : '../..', import.meta.url));

const text = z.string().min(1);
const origin = z.url({ protocol: /^https?$/ });

/** Digits only: converted as a number, an empty text would be port 0. */
const port = z
  .string()
  .regex(/^\d{1,5}$/u, 'it must be a whole number from 0 to 65535')
  .transform(Number)
  .refine((number) => number <= 65_535, 'it must be a whole number from 0 to 65535');

const wholeNumber = (most: number, least = 0): z.ZodPipe<z.ZodString, z.ZodTransform<number, string>> => {
  const message = `it must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,9}$/u, message)
    .refine((digits) => Number(digits) >= least && Number(digits) <= most, message)
    .transform(Number);
};

/** A hundred years: whoever means longer means 0. */
const longestRetention = 36_500;

/** Names go into the audit log; tokens into headers, where neither spaces nor commas may stand. The message repeats neither. */
const tokenPattern = /^(?<name>[\w.@-]{1,64}):(?<token>[!-+\--~]{1,256})$/u;
const tokensMessage =
  'it must be name:token pairs parted by commas; a name has letters, digits and . _ @ -, and a token has no space or comma and belongs to one name';

const tokens = z.string().transform((list, context): readonly NamedToken[] => {
  const pairs = listed(list).map((pair) => tokenPattern.exec(pair)?.groups);
  const named = pairs.map((groups) => ({ name: groups?.['name'] ?? '', token: groups?.['token'] ?? '' }));
  const distinct = new Set(named.map(({ token }) => token)).size === named.length;
  if (named.length > 0 && distinct && named.every(({ name }) => name !== '')) return named;
  context.addIssue({ code: 'custom', message: tokensMessage });
  return z.NEVER;
});

const origins = z.string().transform((list, context): readonly string[] => {
  const given = listed(list);
  if (given.every(isOrigin)) return given.map((each) => new URL(each).origin);
  context.addIssue({
    code: 'custom',
    message: 'it must be origins such as https://intranet.example, parted by commas',
  });
  return z.NEVER;
});

function listed(list: string): string[] {
  return list
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

function isOrigin(given: string): boolean {
  return /^https?:\/\/[^/?#@]+$/u.test(given) && URL.canParse(given);
}

/** Seconds: with ten in the line before it, it leaves a question time for the answer that quotes, within its thirty. */
const longestCall = 18;

/** The provider under LangChain's name, then the model under the provider's. */
const languageModel = z
  .string()
  .regex(/^[a-z][a-z0-9_-]{0,40}:[!-~]{1,200}$/u, 'it must be provider:model, such as openai:llama-3.1-8b');

const environmentSchema = z.object({
  PORT: port.default(8787),
  HOST: text.default('127.0.0.1'),
  BLUELAMP_DATA_DIR: text.default(`${root}data`),
  BLUELAMP_INDEX_DIR: text.default(`${root}index`),
  BLUELAMP_MODEL_DIR: text.default(`${root}models`),
  BLUELAMP_PUBLIC_URL: origin.optional(),
  BLUELAMP_RETENTION_DAYS: wholeNumber(longestRetention).default(90),
  BLUELAMP_API_TOKENS: tokens.optional(),
  BLUELAMP_ALLOWED_ORIGINS: origins.default([]),
  BLUELAMP_ASKS_PER_MINUTE: wholeNumber(10_000).default(60),
  BLUELAMP_SOCKETS_PER_CLIENT: wholeNumber(100_000).optional(),
  BLUELAMP_OPEN: z.enum(['true', 'false']).default('false'),
  BLUELAMP_LLM: languageModel.optional(),
  BLUELAMP_LLM_BASE_URL: origin.optional(),
  BLUELAMP_LLM_API_KEY: text.optional(),
  BLUELAMP_LLM_SECONDS: wholeNumber(longestCall, 1).default(15),
  BLUELAMP_LLM_TOKENS_PER_DAY: wholeNumber(999_999_999).default(5_000_000),
  BLUELAMP_LLM_TOKENS_PER_READER: wholeNumber(999_999_999).default(200_000),
  BLUELAMP_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  ...slackSettings,
});

/** Sockets of one client, which is a person with some pages open. */
const socketsPerClient = 10;

/** A language model that puts answers into words. */
export interface LanguageModelConfig {
  readonly provider: string;
  readonly model: string;
  /** Of an OpenAI-compatible server; null for the provider's own. */
  readonly baseUrl: string | null;
  readonly apiKey: string | null;
  /** Seconds of a whole call. */
  readonly seconds: number;
  /** Tokens of a day, of everyone and of each reader; 0 for no limit. */
  readonly tokensPerDay: number;
  readonly tokensPerReader: number;
}

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly corpusDir: string;
  readonly dataDir: string;
  readonly indexDir: string;
  readonly modelDir: string;
  /** Name of the embedding model, a folder under `modelDir`. */
  readonly model: string;
  /** What links outside the page begin with; null means the address that is served. */
  readonly publicUrl: string | null;
  /** Days after its latest question for which a conversation is kept; 0 keeps it for good. */
  readonly retentionDays: number;
  /** Who may ask; empty means everyone who can reach the service. */
  readonly tokens: readonly NamedToken[];
  /** Origins of other sites whose pages may use the interface, as `https://intranet.example`. */
  readonly allowedOrigins: readonly string[];
  /** For each client, and 0 for no limit; so are sockets. */
  readonly asksPerMinute: number;
  readonly socketsPerClient: number;
  /** Whether everyone who can reach a `host` beyond this machine may ask. */
  readonly open: boolean;
  /** Null where answers only quote, as they do unless it is set. */
  readonly languageModel: LanguageModelConfig | null;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Null where Slack is not to be spoken to. */
  readonly slack: SlackConfig | null;
}

/**
 * Reads the environment.
 * @throws AppError `configuration` that names the variable: an unknown BLUELAMP_ name, or a bad value.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const known = new Set(Object.keys(environmentSchema.shape));
  const unknown = Object.keys(environment).find((name) => name.startsWith('BLUELAMP_') && !known.has(name));
  if (unknown !== undefined) {
    throw new AppError(
      'configuration',
      `${unknown} is not a setting of Bluelamp. Known: ${[...known].toSorted().join(', ')}.`,
    );
  }
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) throw badValue(parsed.error);
  const { data } = parsed;
  return Object.freeze({
    port: data.PORT,
    host: data.HOST,
    corpusDir: `${root}corpus`,
    dataDir: data.BLUELAMP_DATA_DIR,
    indexDir: data.BLUELAMP_INDEX_DIR,
    modelDir: data.BLUELAMP_MODEL_DIR,
    model: 'Bluelamp/strategy-minilm-l6',
    publicUrl: data.BLUELAMP_PUBLIC_URL ?? null,
    retentionDays: data.BLUELAMP_RETENTION_DAYS,
    tokens: data.BLUELAMP_API_TOKENS ?? [],
    allowedOrigins: data.BLUELAMP_ALLOWED_ORIGINS,
    asksPerMinute: data.BLUELAMP_ASKS_PER_MINUTE,
    // Whoever lifts the one limit, for a benchmark or because a proxy counts, would only run into the other.
    socketsPerClient: data.BLUELAMP_SOCKETS_PER_CLIENT ?? (data.BLUELAMP_ASKS_PER_MINUTE === 0 ? 0 : socketsPerClient),
    open: data.BLUELAMP_OPEN === 'true',
    languageModel: languageModelOf(data),
    logLevel: data.BLUELAMP_LOG,
    slack: readSlackConfig(data),
  });
}

function languageModelOf(data: z.infer<typeof environmentSchema>): LanguageModelConfig | null {
  const { BLUELAMP_LLM: name } = data;
  if (name === undefined) return null;
  const at = name.indexOf(':');
  return Object.freeze({
    provider: name.slice(0, at),
    model: name.slice(at + 1),
    baseUrl: data.BLUELAMP_LLM_BASE_URL ?? null,
    apiKey: data.BLUELAMP_LLM_API_KEY ?? null,
    seconds: data.BLUELAMP_LLM_SECONDS,
    tokensPerDay: data.BLUELAMP_LLM_TOKENS_PER_DAY,
    tokensPerReader: data.BLUELAMP_LLM_TOKENS_PER_READER,
  });
}

/** With these set, the language-model client sends questions and answers to an outside service, or prints them. */
const tracingPattern = /^(?:LANGSMITH|LANGCHAIN)_/u;

/** Takes them out of the environment. @returns the names that were set. */
export function clearTracing(environment: Record<string, string | undefined> = process.env): string[] {
  const names = Object.keys(environment).filter((name) => tracingPattern.test(name));
  for (const name of names) delete environment[name];
  return names;
}

function badValue(error: z.ZodError): AppError {
  const issue = error.issues[0];
  const name = String(issue?.path[0] ?? 'the environment');
  return new AppError(
    'configuration',
    `${name} has a value that cannot be used: ${issue?.message ?? 'unknown reason'}. Correct or unset it.`,
  );
}
