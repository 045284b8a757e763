// A language model behind LangChain: one call, one stream of text, and every way of failing made one of ours.
import { ChatPromptTemplate } from '@langchain/core/prompts';
import type { BaseMessageChunk } from '@langchain/core/messages';
import type { Runnable } from '@langchain/core/runnables';
import { initChatModel } from 'langchain';
import { AppError } from '../domain/errors.ts';
import { ModelFault } from '../domain/model-fault.ts';
import type { ChatModel, ModelRequest } from '../ports.ts';
import { streamOnly } from './stream-only-fetch.ts';

export interface LanguageModelSettings {
  readonly provider: string;
  readonly model: string;
  /** Of an OpenAI-compatible server; null for the provider's own. */
  readonly baseUrl: string | null;
  readonly apiKey: string | null;
}

/** Milliseconds for the answer's headers; LangChain's own limit covers no more than them. */
const headersTimeout = 15_000;
/** Tokens of a reply for which the model is made ready at the start. */
const answerLength = 450;
/** Characters of a token at the very most, by which an endless reply is known. */
const longestToken = 12;

type Chain = Runnable<{ rules: string; material: string }, BaseMessageChunk>;

/** @throws AppError `configuration` when the provider's package is not installed, or it takes no such settings. */
export async function openLangChainModel(settings: LanguageModelSettings): Promise<ChatModel> {
  // Values are put in for the names as they are; what stands in braces within them stays text.
  const prompt = ChatPromptTemplate.fromMessages([
    ['system', '{rules}'],
    ['human', '{material}'],
  ]);
  const chains = new Map<number, Promise<Chain>>();
  const chainFor = (maxTokens: number): Promise<Chain> => {
    const chain = chains.get(maxTokens) ?? initialise(settings, maxTokens).then((model) => prompt.pipe(model));
    chains.set(maxTokens, chain);
    return chain;
  };
  const model: ChatModel = {
    name: `${settings.provider}:${settings.model}`,
    async *stream(request) {
      const chain = await chainFor(request.maxTokens);
      request.signal.throwIfAborted();
      try {
        yield* textOf(chain, request);
      } catch (error) {
        request.signal.throwIfAborted();
        throw toFault(error);
      }
    },
  };
  // Fails at the start rather than at the first question where the settings are wrong.
  await chainFor(answerLength);
  return model;
}

/** Providers whose LangChain package is known to send to the address that it is given, and nowhere else. */
const honoursBaseUrl: ReadonlySet<string> = new Set(['openai', 'ollama']);

function unknownBaseUrl(provider: string): AppError {
  return new AppError(
    'configuration',
    `BLUELAMP_LLM_BASE_URL is not used with ${provider}, whose questions might then go to its public address. Use openai:… for a server of your own, or unset it.`,
  );
}

async function initialise(
  { provider, model, baseUrl, apiKey }: LanguageModelSettings,
  maxTokens: number,
): Promise<Awaited<ReturnType<typeof initChatModel>>> {
  if (baseUrl !== null && !honoursBaseUrl.has(provider)) throw unknownBaseUrl(provider);
  // A key of the provider's must not go to another host; a server of one's own mostly needs none.
  const key = apiKey ?? (baseUrl === null ? undefined : 'none');
  const forOpenAi = {
    useResponsesApi: false,
    streamUsage: false,
    configuration: { fetch: streamOnly, logLevel: 'off' as const, ...(baseUrl !== null && { baseURL: baseUrl }) },
  };
  try {
    return await initChatModel(model, {
      modelProvider: provider,
      temperature: 0,
      // Its own retries know no limit of time; ours do.
      maxRetries: 0,
      maxTokens,
      timeout: headersTimeout,
      ...(key !== undefined && { apiKey: key }),
      ...(provider === 'openai' ? forOpenAi : baseUrl !== null && { baseUrl }),
    });
  } catch (cause) {
    throw new AppError(
      'configuration',
      `BLUELAMP_LLM names ${provider}:${model}, which cannot be used: ${reasonOf(cause)} Install the LangChain package of the provider, set its key, or unset BLUELAMP_LLM.`,
      { cause },
    );
  }
}

/** Only what LangChain says of packages is repeated; other messages may hold what was set. */
function reasonOf(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : '';
  if (/install/iu.test(message)) return 'its package is not installed.';
  return /api key|apiKey|credential/iu.test(message) ? 'it needs a key, BLUELAMP_LLM_API_KEY.' : 'it is not known.';
}

async function* textOf(chain: Chain, request: ModelRequest): AsyncGenerator<string, void> {
  const { rules, material, maxTokens, signal } = request;
  let length = 0;
  let isFinished = false;
  for await (const chunk of await chain.stream({ rules, material }, { signal })) {
    if (asksForTool(chunk)) throw new ModelFault('tool-call');
    isFinished ||= finishOf(chunk) !== null;
    const text = wordsOf(chunk);
    if (text === '') continue;
    length += text.length;
    if (length > maxTokens * longestToken) throw new ModelFault('endless');
    yield text;
  }
  // Neither raises an error in the client.
  if (!isFinished) throw new ModelFault(length === 0 ? 'empty' : 'unfinished');
  if (length === 0) throw new ModelFault('empty');
}

/** LangChain's own getter first makes blocks of what is mostly plain text already. */
function wordsOf(chunk: BaseMessageChunk): string {
  return typeof chunk.content === 'string' ? chunk.content : chunk.text;
}

function asksForTool(chunk: BaseMessageChunk): boolean {
  const { additional_kwargs: extra } = chunk;
  const calls = 'tool_call_chunks' in chunk && Array.isArray(chunk.tool_call_chunks) ? chunk.tool_call_chunks : [];
  const isNamed = extra['tool_calls'] !== undefined || extra['function_call'] !== undefined;
  return calls.length > 0 || isNamed || finishOf(chunk) === 'tool_calls';
}

/** Names that the providers' packages give to why a reply ended. One that was cut at its greatest length has ended as well. */
const finishNames = ['finish_reason', 'finishReason', 'stop_reason', 'stopReason', 'done_reason'] as const;

/** Null while the model says nothing of having finished. */
function finishOf({ response_metadata: metadata }: BaseMessageChunk): string | null {
  const reasons = finishNames.map((name): unknown => metadata[name]);
  return reasons.find((reason): reason is string => typeof reason === 'string' && reason !== '') ?? null;
}

function toFault(error: unknown): ModelFault {
  if (error instanceof ModelFault) return error;
  const cause = rootOf(error);
  if (cause instanceof ModelFault) return cause;
  const status = numberIn(error, 'status');
  if (status === null) {
    const isLate = error instanceof Error && /timeout|timed out/iu.test(`${error.name} ${error.message}`);
    const isUnreadable = cause instanceof SyntaxError;
    return new ModelFault(isLate ? 'slow' : isUnreadable ? 'unreadable' : 'unreachable', { cause: error });
  }
  if (status === 429 || status === 503)
    return new ModelFault('busy', { retryAfter: retryAfterOf(error), cause: error });
  return new ModelFault(status >= 500 ? 'failed' : 'refused', { cause: error });
}

/** The innermost cause: the client wraps what its connection throws. */
function rootOf(error: unknown): unknown {
  let inner = error;
  for (let depth = 0; depth < 5 && inner instanceof Error && inner.cause !== undefined; depth += 1) {
    if (inner instanceof ModelFault) return inner;
    inner = inner.cause;
  }
  return inner;
}

function numberIn(error: unknown, name: 'status'): number | null {
  if (typeof error !== 'object' || error === null || !(name in error)) return null;
  return typeof error[name] === 'number' ? error[name] : null;
}

/** Milliseconds, from the header in seconds or as a date. */
function retryAfterOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('headers' in error)) return null;
  const { headers } = error;
  const value = headers instanceof Headers ? headers.get('retry-after') : null;
  if (value === null) return null;
  const seconds = Number(value);
  const milliseconds = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : null;
}
