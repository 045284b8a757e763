// A fetch for calls of a language model: to the host that was named and no other, and only a stream of events for an answer.
import { ModelFault } from '../domain/model-fault.ts';

/** Bytes of a whole reply: some hundred times what the longest answer takes. */
const largestReply = 4_194_304;

/**
 * @throws ModelFault `unreadable` for a page or plain JSON under a status of success, which the client takes for an empty stream;
 * `endless` past the largest reply. A redirection is an error: questions go nowhere that nobody set.
 */
export async function streamOnly(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, { ...init, redirect: 'error' });
  if (!response.ok || response.body === null) return response;
  const type = response.headers.get('content-type') ?? '';
  if (!/^\s*(?:text\/event-stream|application\/(?:x-)?ndjson)\b/iu.test(type)) {
    await response.body.cancel();
    throw new ModelFault('unreadable');
  }
  const { signal } = init ?? {};
  // The signal itself is not enough: once this response has been collected as garbage, fetch no longer heeds it.
  return new Response(response.body.pipeThrough(atMost(largestReply), signal ? { signal } : {}), response);
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
