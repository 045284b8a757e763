// A fetch for calls of a language model: to the host that was named and no other, and only a stream of events for an answer.
import { ModelFault } from '../domain/model-fault.ts';
import { FrameMerger } from './merge-frames.ts';

/** Bytes of a whole reply: some hundred times what the longest answer takes. */
const largestReply = 4_194_304;

/**
 * Small frames of events are merged, see `FrameMerger`.
 * @throws ModelFault `unreadable` for a page or plain JSON under a status of success, which the client takes for an empty stream;
 * `endless` past the largest reply. A redirection is an error: questions go nowhere that nobody set.
 */
export async function streamOnly(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, { ...init, redirect: 'error' });
  if (!response.ok || response.body === null) return response;
  const type = response.headers.get('content-type') ?? '';
  // The signal itself is not enough: once this response has been collected as garbage, fetch no longer heeds it.
  const signal = init?.signal ?? null;
  if (/^\s*text\/event-stream\b/iu.test(type)) return new Response(merged(response.body, signal), response);
  if (/^\s*application\/(?:x-)?ndjson\b/iu.test(type))
    return new Response(response.body.pipeThrough(atMost(largestReply), signal ? { signal } : {}), response);
  await response.body.cancel();
  throw new ModelFault('unreadable');
}

function merged(body: ReadableStream<Uint8Array>, signal: AbortSignal | null): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  const merger = new FrameMerger();
  const encoder = new TextEncoder();
  const leave = (): void => void reader.cancel(signal?.reason).catch(() => undefined);
  if (signal?.aborted) leave();
  else signal?.addEventListener('abort', leave, { once: true });
  let passed = 0;
  return new ReadableStream({
    async pull(controller) {
      for (;;) {
        const { done, value } = await reader.read();
        signal?.throwIfAborted();
        passed += value?.byteLength ?? 0;
        if (passed > largestReply) {
          await reader.cancel();
          throw new ModelFault('endless');
        }
        const text = done ? merger.end() : merger.take(value);
        if (text !== '') controller.enqueue(encoder.encode(text));
        if (done) {
          signal?.removeEventListener('abort', leave);
          return controller.close();
        }
        if (text !== '') return;
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

function atMost(bytes: number): TransformStream<Uint8Array, Uint8Array> {
  let passed = 0;
  return new TransformStream({
    transform(chunk, controller) {
      passed += chunk.byteLength;
      if (passed > bytes) controller.error(new ModelFault('endless'));
      else controller.enqueue(chunk);
    },
  });
}
