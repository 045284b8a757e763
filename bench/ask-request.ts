// The requests that a load is made of. Node's plain client and not `fetch`, which takes 1.5 ms of processor time for each: the load runs on the
// processors that it measures.
import { Agent, request } from 'node:http';
import type { RequestOptions } from 'node:http';
import { text } from 'node:stream/consumers';
import { answerSchema } from '../src/contract/answer.ts';
import type { Reply } from './load.ts';

export async function postQuestion(url: string, question: string): Promise<Reply> {
  const body = JSON.stringify({ question });
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return send(`${url}/api/ask`, { method: 'POST', headers }, body);
}

/** The same question put to the search by words alone, which is the plainest that the service has. */
export async function searchWords(url: string, question: string): Promise<Reply> {
  return send(`${url}/api/search?mode=lexical&limit=10&q=${encodeURIComponent(question)}`, {});
}

/** Connections are kept, as a browser or a program that asks on would. */
const agent = new Agent({ keepAlive: true });

function send(url: string, options: RequestOptions, body?: string): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { ...options, agent }, (response) => {
      text(response).then((whole) => resolve({ status: response.statusCode ?? 0, body: whole }), reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const told = answerSchema.pick({ answer: true, citations: true, status: true });

/** What two answers to one question must have in common. */
export function substanceOf(body: string): string {
  const { answer, citations, status } = told.parse(JSON.parse(body));
  return JSON.stringify([status, answer, citations.map(({ passageId, start, end }) => [passageId, start, end])]);
}
