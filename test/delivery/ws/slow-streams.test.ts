// L9: a hundred slow models at once hold nothing that others need.
import Database from 'libsql';
import { expect, it, onTestFinished } from 'vitest';
import { dataFileOf, openDataFolder } from '../../../src/adapters/data/data-folder.ts';
import type { Embedder } from '../../../src/ports.ts';
import { beginStream, frame, materialOf } from '../../generate/stand-in-model.ts';
import type { Behaviour } from '../../generate/stand-in-model.ts';
import { wordedHarbour } from '../../generate/worded-harbour.ts';
import { temporaryFolder } from '../../index/made-up-corpus.ts';
import { createFakeEmbedder } from '../../ports/fake-embedder.ts';
import { connect } from './chat-client.ts';

const streams = 100;
/** Milliseconds for as many sockets and calls on a machine that has other work. */
const timeout = 180_000;
const question = 'When will you dredge the eastern basin before the herring season begins?';
const honest = 'The eastern basin will be dredged every spring before the herring season begins.';
/** Longer than any test. */
const patient = { deadline: 600_000, firstPiece: 600_000, idle: 600_000, calls: streams };

/** Says one sentence that holds, and then nothing more. */
const thenSilence: Behaviour = async (call, response) => {
  const id = materialOf(call).passages.find(({ text }) => text.includes('dredge'))?.id;
  beginStream(response);
  response.write(frame({ role: 'assistant', content: `${honest} [${id}]\nAnd` }));
};

/** An embedder that knows how many texts are with it at this moment. */
function counting(): Embedder & { readonly underWay: () => number } {
  const embedder = createFakeEmbedder();
  let underWay = 0;
  return {
    model: embedder.model,
    underWay: () => underWay,
    async embed(texts, options) {
      underWay += texts.length;
      try {
        return await embedder.embed(texts, options);
      } finally {
        underWay -= texts.length;
      }
    },
  };
}

it(
  'L9: a hundred streams that stand still hold no place in the line, no embedder and no transaction',
  { timeout },
  async () => {
    const dataDir = temporaryFolder();
    const data = await openDataFolder(dataDir);
    onTestFinished(() => data.close());
    const embedder = counting();
    const { url, standIn, gate } = await wordedHarbour(thenSilence, {
      limits: patient,
      embedder,
      store: data.conversations,
      // One works at a time: if a stream held its place, the others would stand in line behind it.
      gateLimits: { running: 1, waiting: streams, patience: patient.deadline },
      timeLimit: patient.deadline,
    });
    const slow = await Promise.all(Array.from({ length: streams }, () => connect(url)));
    for (const client of slow) client.ask('slow', question);
    for (const client of slow) expect((await client.first('text-delta', 'slow')).text).toBe(`${honest} [1]`);
    expect(standIn.calls.filter(({ wasLeft }) => !wasLeft)).toHaveLength(streams);

    expect(gate.load()).toEqual({ running: 0, waiting: 0 });
    expect(embedder.underWay()).toBe(0);
    const beside = new Database(dataFileOf(dataDir), { timeout: 0 });
    beside.exec('begin immediate; rollback');
    beside.close();

    // So whoever needs no model is served and kept, one after the other, without one call more.
    const other = await connect(url);
    for (const [at, asked] of ['What does HWT stand for?', 'What is the capital of Mongolia?'].entries()) {
      other.ask(`quick-${at}`, asked);
      const { answer } = await other.first('answer', `quick-${at}`);
      expect(answer.status).toBe(at === 0 ? 'answered' : 'not_found');
      const kept = await data.conversations.read({ conversationId: answer.conversationId, owner: '(open)' });
      expect(kept?.turns.map((turn) => turn.question)).toEqual([asked]);
    }
    expect(standIn.calls).toHaveLength(streams);
    expect(slow.every((client) => client.of('slow').every(({ type }) => type !== 'answer' && type !== 'error'))).toBe(
      true,
    );

    // And those who leave end their calls on the other side.
    for (const client of slow) client.socket.terminate();
    await expect.poll(() => standIn.calls.filter(({ wasLeft }) => wasLeft).length).toBe(streams);
  },
);
