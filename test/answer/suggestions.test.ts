import { describe, expect, it } from 'vitest';
import { answerPart, assemble } from '../../src/answer/answer.ts';
import type { AnswerRequest } from '../../src/answer/answer.ts';
import { emptyInsight } from '../../src/domain/insight.ts';
import type { Insight } from '../../src/domain/insight.ts';
import { makeRequest } from './made-up-request.ts';
import type { MadeUpPassage } from './made-up-request.ts';

const plans: MadeUpPassage[] = [
  {
    document: 'water-2020',
    section: ['Meters'],
    sentences: ['The Smart Metering Service (SMS) reads every household meter by radio, under Operation Drip.'],
  },
  {
    document: 'water-2020',
    section: ['Leaks', 'Mains'],
    sentences: ['We will repair every leak in the mains network.'],
  },
  {
    document: 'water-2020',
    section: ['Leaks', 'Homes'],
    sentences: ['We will repair every leak in a home within days.'],
  },
];

async function requestOf(question: string): Promise<AnswerRequest> {
  const request = await makeRequest(question, plans);
  const documentId = request.documents.at(-1)?.id;
  if (documentId === undefined) throw new Error('The made-up corpus has documents.');
  const place = { documentId, start: 0, end: 3 };
  const entry = { documentId, quote: place, firstUsed: place, documents: [documentId] };
  const insight: Insight = {
    ...emptyInsight,
    stated: [{ documentId, kind: 'values', heading: 'Our values', name: null, items: [place, place, place] }],
    glossary: [
      { ...entry, term: 'SMS', kind: 'acronym', expansion: 'Smart Metering Service' },
      { ...entry, term: 'Smart Metering Service', kind: 'programme', expansion: null },
      { ...entry, term: 'Operation Drip', kind: 'programme', expansion: null },
    ],
  };
  return { ...request, insight };
}

/** An insight whose glossary holds programmes of these names. */
async function namesIn(request: AnswerRequest, terms: readonly string[]): Promise<Insight> {
  const { insight } = await requestOf('Who?');
  const entries = insight.glossary.slice(-1);
  return { ...request.insight, glossary: terms.flatMap((term) => entries.map((entry) => ({ ...entry, term }))) };
}

async function suggestedFor(question: string, before: readonly string[] = []): Promise<readonly string[]> {
  return assemble([answerPart(await requestOf(question))], before).suggestions;
}

const meters = 'Who reads every household meter by radio?';

describe('suggestions', () => {
  it('ask what the letters and names stand for that were quoted, and beside a single fact for no list of the document', async () => {
    const suggested = await suggestedFor(meters);
    expect(suggested[0]).toBe('What does SMS stand for?');
    expect(suggested.join()).not.toContain('What are the values');
    expect(suggested.length).toBeLessThanOrEqual(3);
  });

  it('leave out a name that a sentence only ends in', async () => {
    expect((await suggestedFor(meters)).join()).not.toContain('Operation Drip');
  });

  it('leave out the words for letters that were asked for', async () => {
    expect((await suggestedFor('What is SMS?')).join()).not.toContain('What is the Smart Metering Service');
    expect((await suggestedFor(meters)).join()).toContain('What is the Smart Metering Service');
  });

  it('are not given twice in a conversation', async () => {
    expect(await suggestedFor(meters, ['what does SMS stand for'])).not.toContain('What does SMS stand for?');
  });

  it('ask after a chapter that has sub-headings', async () => {
    expect(await suggestedFor('Which leaks in the mains network will be repaired?')).toContainEqual(
      expect.stringMatching(/^What does the Leaks chapter of Water Plan \S+ cover\?$/u),
    );
  });

  it('ask after no chapter that was asked about', async () => {
    expect((await suggestedFor('What does the Leaks chapter say of the mains network?')).join()).not.toContain(
      'Leaks chapter',
    );
  });

  it('stand beside a refusal, from the nearest passages', async () => {
    const refused = assemble([answerPart(await requestOf('What does the chairman’s bicycle cost?'))]);
    expect(refused.status).toBe('not_found');
    expect(refused.suggestions.length).toBeGreaterThan(0);
  });

  it('ask of no name that the sentence itself explains', async () => {
    const plan: MadeUpPassage = {
      document: 'water-2020',
      section: ['Rivers'],
      sentences: ['Rangers clean the river under Operation Otter, which is open to every school in the valley.'],
    };
    const request = await makeRequest('Who cleans the river?', [plan]);
    const insight = await namesIn(request, ['Operation Otter']);
    expect(assemble([answerPart({ ...request, insight })]).suggestions.join()).not.toContain('Otter');
  });

  it('ask what several documents say of the very thing that was asked about', async () => {
    const written = ['water-2015', 'water-2020'].map((document) => ({
      document,
      sentences: ['Smart meters are read by radio in every household of the valley.'],
    }));
    const request = await makeRequest('How are smart meters read?', written);
    const meant = { own: ['smart', 'meter'], others: [], isGeneric: false, option: 0, thing: 0, words: 'smart meters' };
    const part = answerPart(request);
    const asked = { ...part, request: { ...request, plan: { ...request.plan, concepts: [meant] } } };
    expect(assemble([asked]).suggestions).toContain('What have the strategies said about smart meters since 2015?');
  });

  it('offer the objectives to nobody who asked for the priorities', async () => {
    const request = await requestOf('What are our priorities?');
    const insight: Insight = {
      ...request.insight,
      stated: request.insight.stated.flatMap((set) => [
        { ...set, kind: 'objectives' },
        { ...set, kind: 'values' },
      ]),
    };
    const { suggestions } = assemble([answerPart({ ...request, insight })]);
    expect(suggestions.join()).not.toContain('objectives');
    expect(suggestions.join()).toContain('values');
  });

  it('open a conversation with the latest list', async () => {
    expect((await suggestedFor('hello'))[0]).toMatch(/^What are the values in Water Plan/u);
  });
});
