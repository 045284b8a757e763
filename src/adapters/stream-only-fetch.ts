// A fetch for calls of a language model: to the host that was named and no other, and only a stream of events for an answer.
import { ModelFault } from '../domain/model-fault.ts';
import { fetchOverHttp } from './http-fetch.ts';
import type { BodyStep, ResponseHead } from './http-fetch.ts';
import { FrameMerger } from './merge-frames.ts';

/** Bytes of a whole reply: some hundred times what the longest answer takes. */
const largestReply = 4_194_304;

/**
 * Small frames of events are merged, see `FrameMerger`.
 * @throws ModelFault `unreadable` for a page or plain JSON under a status of success, which the client takes for an empty stream;
 * `endless` past the largest reply. A redirection is an error: questions go nowhere that nobody set.
 */
export function streamOnly(input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  return fetchOverHttp(input, init, stepFor);
}

function stepFor({ status, headers }: ResponseHead): BodyStep {
  const type = headers.get('content-type') ?? '';
  if (status >= 200 && status < 300) {
    if (/^\s*text\/event-stream\b/iu.test(type)) return bounded(mergedStep());
    if (!/^\s*application\/(?:x-)?ndjson\b/iu.test(type)) throw new ModelFault('unreadable');
  }
  return bounded(asItIs);
}

const nothing = new Uint8Array();
const asItIs: BodyStep = { take: (bytes) => bytes, end: () => nothing };

function mergedStep(): BodyStep {
  const merger = new FrameMerger();
  const encoder = new TextEncoder();
  const encoded = (text: string): Uint8Array => (text === '' ? nothing : encoder.encode(text));
  return { take: (bytes) => encoded(merger.take(bytes)), end: () => encoded(merger.end()) };
}

function bounded(step: BodyStep): BodyStep {
  let passed = 0;
  return {
    take(bytes) {
      passed += bytes.byteLength;
      if (passed > largestReply) throw new ModelFault('endless');
      return step.take(bytes);
    },
    end: () => step.end(),
  };
}
