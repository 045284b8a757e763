// Whether documents speak of a thing: each of several by itself, and a name by all of its words.
import { describe, expect, it } from 'vitest';
import { answerPart } from '../../../src/answer/answer.ts';
import { notFound } from '../../../src/answer/withhold/not-found.ts';
import { isHeldAround } from '../../../src/answer/rank/rarest-concept.ts';
import { rankedRequest } from '../../../src/answer/ranked/ranked-request.ts';
import { beside } from '../../../src/query/follow-up.ts';
import { answerTo, makeRequest } from '../made-up-request.ts';
import type { MadeUpPassage } from '../made-up-request.ts';

const plans: MadeUpPassage[] = [
  { document: 'water-2015', section: ['Pumps'], sentences: ['Turbines will be replaced at four stations.'] },
  { document: 'water-2020', section: ['Mains'], sentences: ['Drones will look for leaks in the mains.'] },
  { document: 'water-2020', section: ['Money'], sentences: ['The reform has a net impact on bills.'] },
  { document: 'water-2020', section: ['Land'], sentences: ['Families walk in our parks beside the river.'] },
];

async function ask(question: string) {
  return answerTo(await makeRequest(question, plans));
}

describe('mentions', () => {
  it.each(['and', 'or'])('of two things joined by “%s” are told for each by itself', async (joint) => {
    const { answer, status } = await ask(`Do any of the plans mention drones ${joint} turbines?`);
    expect(status).toBe('answered');
    expect(answer).toContain('*drones* – **Only in Water Plan 2020**');
    expect(answer).toContain('*turbines* – **Only in Water Plan 2015**');
    expect(answer).toContain('*turbines* – No mention found in Water Plan 2020.');
  });

  it('of the one that is there are told beside the one that is not', async () => {
    const { answer } = await ask('Do any of the plans mention drones or otters?');
    expect(answer).toContain('*drones* – **Only in Water Plan 2020**');
    expect(answer).toContain('*otters* – No mention found in Water Plan 2015 or Water Plan 2020.');
  });

  it.each([
    'Do any of the plans mention otters, drones and turbines?',
    'Do any of the plans mention otters, drones, turbines?',
  ])('of things parted by commas are told for each by itself: “%s”', async (question) => {
    const { answer } = await ask(question);
    expect(answer).toContain('*otters* – No mention found in Water Plan 2015 or Water Plan 2020.');
    expect(answer).toContain('*drones* – **Only in Water Plan 2020**');
    expect(answer).toContain('*turbines* – **Only in Water Plan 2015**');
  });

  it('of two nouns that stand side by side somewhere are told for each, and of what shares a noun for both', async () => {
    const { answer } = await ask('Do any of the plans mention leaks and mains?');
    expect(answer).toContain('*leaks* – ');
    expect(answer).toContain('*mains* – ');
  });

  it('of many things are told of those that are there, and the others left to be asked', async () => {
    const others = 'otters, badgers, herons, foxes, geese, swans, toads, newts';
    const { answer } = await ask(`Do any of the plans mention ${others}, drones and turbines?`);
    expect(answer).toContain('*drones* – **Only in Water Plan 2020**');
    expect(answer).toContain('to be asked by themselves: *otters*, *badgers*');
    expect(answer).not.toContain('*otters* – ');
  });

  it.each([', and do any leave it out?', ' and which omit it?', ', and who doesn’t?', ' or leave it out?'])(
    'are told with the documents that have none, however those are asked for: “%s”',
    async (tail) => {
      const { answer } = await ask(`Which of the plans mention drones${tail}`);
      expect(answer).toContain('**Only in Water Plan 2020**: “Drones will look for leaks in the mains.”');
      expect(answer).toContain('No mention found in Water Plan 2015.');
      expect(answer).not.toMatch(/leave|omit/u);
    },
  );

  it('of what belongs to the people who work there are those of the thing itself', async () => {
    const { answer } = await ask("Do any of the plans mention engineers' drones?");
    expect(answer).toContain('**Only in Water Plan 2020**: “Drones will look for leaks in the mains.”');
  });

  it('of a name of two words are not those of one of them', async () => {
    const { status } = await ask('Do any of the plans mention net zero?');
    expect(status).toBe('not_found');
  });

  it.each([
    ['parking', false],
    ['parks', true],
  ])('of “%s” in a sentence that is far in meaning and has parks: %s', async (word, isHeld) => {
    const { plan, ranked } = rankedRequest(await makeRequest(`What does the plan say about ${word}?`, plans));
    const ofParks = ranked.filter(({ quote }) => quote.includes('parks'));
    expect(ofParks).toHaveLength(1);
    expect(plan.concepts.map((concept) => ofParks.map((sentence) => isHeldAround(concept, sentence, false)))).toEqual([
      [isHeld],
    ]);
  });

  it('are not denied where what was quoted does not tell the rest: “did we hit it?”', async () => {
    const request = await makeRequest('What does the 2020 plan say about leaks?', plans);
    const { plan } = request;
    expect(notFound(request).answer).toMatch(/^No mention found/u);
    const continues = { ...beside({ cited: [] }), how: 'kind' as const, asksOutcome: true };
    expect(notFound({ ...request, plan: { ...plan, continues } }).answer).toMatch(/^Nothing found/u);
  });

  it('of nobody’s name are not asked for where it is known who is meant by it', async () => {
    const request = await makeRequest('How will our plan help Joe Bloggs to find leaks in the mains?', plans);
    const byword = {
      own: ['joe', 'blogg'],
      others: [['custom']],
      isGeneric: false,
      words: 'Joe Bloggs',
      option: 0,
      thing: 0,
    };
    const known = { ...request.plan, concepts: [byword] };
    expect(answerPart(request).evidence?.reasons).toContain('not that name');
    expect(answerPart({ ...request, plan: known }).evidence?.reasons).not.toContain('not that name');
  });

  it.each([
    [
      0.5,
      'airships',
      /^Nothing found in these words in Water Plan 2015 or Water Plan 2020\. They were searched for \*airships\*/u,
    ],
    [0.3, 'airships', /^No mention found in Water Plan 2015 or Water Plan 2020\./u],
    [0.5, 'parking', /^No mention found/u],
  ])(
    'are denied of a thing with a passage at cosine %d only in words that are the documents’ own: %s',
    async (cosine, thing, said) => {
      const request = await makeRequest(`Do any of the plans mention ${thing}?`, plans);
      const none = { counts: new Uint16Array(), lengths: new Uint32Array(), contextCosines: new Float64Array() };
      const measures = { ...none, cosines: new Float64Array([cosine]), knownCosines: new Float64Array() };
      const found = request.found.map((each) => ({ ...each, measures }));
      expect(notFound({ ...request, found }).answer).toMatch(said);
    },
  );

  it('of a word that stands in another form alone are told as that, both ways', async () => {
    const written: MadeUpPassage[] = [
      { document: 'water-2015', sentences: ['Crews are compassionate with those who cannot pay.'] },
      { document: 'water-2020', sentences: ['Our values are compassion and thrift.'] },
      { document: 'water-2020', sentences: ['Leaks are mended within a day.'] },
    ];
    const told = async (question: string): Promise<string> => answerTo(await makeRequest(question, written)).answer;
    const both = await told('Do any of the plans mention compassion?');
    expect(both).toContain(
      '**Water Plan 2015** (not *compassion* itself, but *compassionate*): “Crews are compassionate with those who cannot pay.”',
    );
    expect(both).toContain('**Water Plan 2020**: “Our values are compassion and thrift.”');
    expect(both).not.toContain('No mention found');
    expect(await told('Does the 2020 plan mention compassionate?')).toContain(
      'not *compassionate* itself, but *compassion*',
    );
    expect(await told('What does the 2015 plan say about compassion?')).toContain(
      'Not *compassion* itself, but *compassionate*: “Crews are',
    );
  });

  it('of what the plan says need the word that the question is about', async () => {
    expect((await ask('What does the plan say about otter drones?')).status).toBe('not_found');
    expect((await ask('What does the plan say about drones?')).status).toBe('answered');
  });
});
