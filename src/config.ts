// The environment, parsed once into a frozen Config; no other file reads process.env.
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
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

const wholeNumber = (most: number): z.ZodPipe<z.ZodString, z.ZodTransform<number, string>> => {
  const message = `it must be a whole number from 0 to ${most}`;
  return z
    .string()
    .regex(/^\d{1,6}$/u, message)
    .refine((digits) => Number(digits) <= most, message)
    .transform(Number);
};

/** A hundred years: whoever means longer means 0. */
const longestRetention = 36_500;

const environmentSchema = z.object({
  PORT: port.default(8787),
  HOST: text.default('127.0.0.1'),
  BLUELAMP_DATA_DIR: text.default(`${root}data`),
  BLUELAMP_INDEX_DIR: text.default(`${root}index`),
  BLUELAMP_MODEL_DIR: text.default(`${root}models`),
  BLUELAMP_PUBLIC_URL: origin.optional(),
  BLUELAMP_RETENTION_DAYS: wholeNumber(longestRetention).default(90),
  BLUELAMP_OPEN: z.enum(['true', 'false']).default('false'),
  BLUELAMP_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** Names of the contract that later features read; they may stand in the environment already. */
const reserved = [
  'BLUELAMP_API_TOKENS',
  'BLUELAMP_ALLOWED_ORIGINS',
  'BLUELAMP_ASKS_PER_MINUTE',
  'BLUELAMP_LLM',
  'BLUELAMP_LLM_BASE_URL',
];

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
  /** Whether access tokens are asked for, which nothing checks yet: serving then would only look protected. */
  readonly tokensWanted: boolean;
  /** Whether everyone who can reach a `host` beyond this machine may ask. */
  readonly open: boolean;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/**
 * Reads the environment.
 * @throws AppError `configuration` that names the variable: an unknown BLUELAMP_ name, or a bad value.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const known = new Set([...Object.keys(environmentSchema.shape), ...reserved]);
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
    tokensWanted: (environment['BLUELAMP_API_TOKENS'] ?? '') !== '',
    open: data.BLUELAMP_OPEN === 'true',
    logLevel: data.BLUELAMP_LOG,
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
