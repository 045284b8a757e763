// The check of one sentence against made-up passages: each way of saying what is not there.
import { describe, expect, it } from 'vitest';
import { checkStatement } from '../../src/generate/check-sentence.ts';
import type { Verdict } from '../../src/generate/check-sentence.ts';
import { supportsOf } from '../../src/generate/support.ts';
import type { IndexedPassage } from '../../src/ports.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { passage as example } from '../chat/scripted-turns.ts';
import { createFakeEmbedder } from '../ports/fake-embedder.ts';

const embedder = createFakeEmbedder();

const text =
  'We will dredge the eastern basin every spring before the herring season begins. The Harbour Watch has 18 wardens and up to 40 volunteers, and will not fine anglers unless they fish from the lock. Confidence rose from 61% to 74% in Q4 2024/25. Norwich is larger than Ely. It trains forty apprentices by 2018.';

async function passageOf(words: string): Promise<IndexedPassage> {
  const sentences = splitSentences(words).map((span) => ({ ...span, kind: 'prose' as const }));
  const vectors = await embedder.embed(sentences.map(({ start, end }) => words.slice(start, end)));
  const [vector = new Float32Array()] = await embedder.embed([words]);
  return {
    ...example,
    start: 0,
    end: words.length,
    text: words,
    sentences,
    vector,
    sentenceVectors: vectors,
    contextVectors: vectors,
    knownQuestions: [],
  };
}

async function verdictOn(claim: string, words = text): Promise<Verdict> {
  const [vector = new Float32Array()] = await embedder.embed([claim]);
  return checkStatement({ text: claim, vector }, supportsOf(await passageOf(words), undefined, ['Met']));
}

describe('is let through', () => {
  it.each([
    'We will dredge the eastern basin every spring before the herring season begins.',
    'The eastern basin will be dredged every spring, before the herring season begins.',
    'The Met will dredge the eastern basin every spring before the herring season begins.',
    'The Harbour Watch has 18 wardens and up to 40 volunteers.',
    'Confidence rose from 61% to 74% in Q4 2024/25.',
    'The plan says “dredge the eastern basin every spring”.',
    'Norwich is larger than Ely.',
    'We will dredge the eastern basin every spring and the Harbour Watch has 18 wardens.',
  ])('%s', async (claim) => {
    expect(await verdictOn(claim)).toMatchObject({ supported: true });
  });
});

describe('what other words say is let through', () => {
  it.each([
    ['who is called "you"', 'The public said that the ferries are late.', 'You told us that the ferries are late.'],
    ['one clause of two', 'The Met has built nine piers.', 'We have built nine piers and you may have seen the tenth.'],
    [
      'a figure above its words',
      'Herring landed has risen by 150% since 2015.',
      '150%\nThe rise in herring landed since 2015',
    ],
    ['what is wanted', 'Crews should feel rested.', 'We want crews to feel rested.'],
    ['a verb in another form', 'Crews are to be kept rested.', 'We need to keep crews rested.'],
    ['an acronym', 'The NHWs row at dawn.', 'The North Harbour Wardens row at dawn.'],
    [
      'a phrase',
      'A small number of crews row at dawn without having to moor.',
      'Few crews row at dawn with no need to moor.',
    ],
    [
      'whose it is',
      "Anglers may fish on all of Norwich's quays.",
      'Anglers may fish on all our quays. Norwich has five.',
    ],
    [
      'two sentences',
      'Crews row at dawn each day, and wardens count the herring landed.',
      'Crews row at dawn each day. Wardens count the herring landed.',
    ],
    [
      'what was after what is',
      'Herring landed rose from 53 tons in 2021/22 to 114 tons in 2023/24.',
      'Herring landed in 2023/24 was 114 tons, up from 53 tons in 2021/22.',
    ],
    ['a word of the same root', 'The crews decided on the quay.', 'The decisions of the crews on the quay.'],
    ['an adverb', 'The quays are in particular need of paint.', 'The quays are particularly in need of paint.'],
    [
      'what is yet to come',
      'By the end of 2026 the Met will have 40 wardens.',
      'By the end of 2026 we will have 40 wardens.',
    ],
    ['the whole of which a part is told', 'The pier cost £4m.', 'The pier cost £4m, half of which the port paid for.'],
    ['"not only"', 'Lamps will help pilots to steer.', 'Lamps will help pilots not only to steer, but also to moor.'],
    [
      'what two sentences back is meant',
      'Wardens will be polite and also row.',
      'Wardens will row. They will be polite. They will row.',
    ],
  ])('%s: %s', async (_kind, claim, words) => {
    expect(await verdictOn(claim, words)).toMatchObject({ supported: true });
  });
});

describe('what other words do not say is not let through', () => {
  it.each([
    [
      'polarity',
      'Piers are something that we can mend alone.',
      'Piers are not something that we can, nor should, mend alone.',
    ],
    ['polarity', 'Crews feel rested.', 'We want crews to feel rested.'],
    ['polarity', 'Some crews row at dusk.', 'All crews row at dusk.'],
    ['polarity', 'The Met has mended the piers.', 'We are mending the piers.'],
    ['polarity', 'The Met will mend the piers.', 'We may mend the piers.'],
    ['polarity', 'We have 40 wardens.', 'By the end of 2026 we will have 40 wardens.'],
    ['polarity', 'By the end of 2026 we had 40 wardens.', 'By the end of 2026 we will have 40 wardens.'],
    ['polarity', 'After the end of 2026 we will have 40 wardens.', 'By the end of 2026 we will have 40 wardens.'],
    ['polarity', 'Until 2024, the wardens rowed in pairs.', 'Since 2024, the wardens rowed in pairs.'],
    ['polarity', 'Boats were saved despite our use of lamps.', 'Boats were saved through our use of lamps.'],
    ['polarity', 'The port paid £4m for the pier.', 'The pier cost £4m, half of which the port paid for.'],
    ['figure', 'Landings fell to 143 tonnes in 2019.', 'Landings fell from 143 tonnes in 2019 to 109 tonnes in 2024.'],
    [
      'figure',
      'More than 40 smugglers have been caught by lamps.',
      'More than 40 known thieves have been caught by lamps, including smugglers.',
    ],
    [
      'merged',
      'The senior pilot has formed a crew of divers.',
      'The senior pilot is giving advice, and a crew of divers has been formed.',
    ],
    ['figure', 'A crew has three divers and two pilots.', 'A crew has two divers and three pilots.'],
    ['figure', 'In 2021/22 it was 114 tons.', 'In 2023/24 it was 114 tons, up from 53 tons in 2021/22.'],
    [
      'name',
      'The RNLI wants crews to row at dusk.',
      'The Harbour Watch wants crews to row at dusk, as the RNLI knows.',
    ],
    ['name', 'Nine crews row in Norwich.', 'Nine crews row in Ely. Norwich has none.'],
    [
      'polarity',
      'Crews will reduce waste by 5% and reduce confidence by 5%.',
      'Crews will reduce waste by 5% and increase confidence by 5%.',
    ],
    ['polarity', 'Herring landed is up by 4%.', 'Herring landed is down by 4%.'],
    ['polarity', 'The voluntary wardens row.', 'The compulsory wardens row.'],
    ['words', 'Crews asked for lamps, ropes and beer.', 'Crews asked for lamps, ropes and boats.'],
    ['name', 'The North Pier Watch and South Pier Guard row.', 'The North Pier Watch and South Quay Guard row.'],
    ['polarity', 'Herring sold has risen by 150% in every village.', '150%\nThe rise in herring landed since 2015'],
  ])('for its %s: %s', async (doubt, claim, words) => {
    expect(await verdictOn(claim, words)).toEqual({ supported: false, doubt });
  });
});

describe('is not let through', () => {
  it.each([
    ['figure', 'The Harbour Watch has 19 wardens and up to 40 volunteers.'],
    ['figure', 'The Harbour Watch has 40 wardens and up to 18 volunteers.'],
    ['figure', 'The Harbour Watch has 18 wardens and at least 40 volunteers.'],
    ['figure', 'Confidence rose from 74% to 61% in Q4 2024/25.'],
    ['figure', 'We will dredge the eastern basin every month before the herring season begins.'],
    ['figure', 'It trains fifty apprentices by 2019.'],
    ['name', 'The Lifeboat Watch has 18 wardens and up to 40 volunteers.'],
    ['name', 'The Harbour Watch (RNLI) has 18 wardens and up to 40 volunteers.'],
    ['name', 'The plan says Ely is larger than Norwich.'],
    ['quotation', 'The plan says “dredge the eastern basin each spring”.'],
    ['quotation', 'The plan says “the Harbour Watch has 18 wardens and up to 40 helpers”.'],
    ['quotation', 'The plan says “dredge the eastern basin every spring.'],
    ['quotation', 'The plan says ‘the eastern basin is dredged every spring’.'],
    ['quotation', "The plan says 'the eastern basin is dredged every spring'."],
    ['quotation', 'The plan says “dredge the eastern basin every spring … until the lock”.'],
    ['markup', 'We will dredge the eastern\u200b basin every spring before the herring season begins.'],
    ['markup', 'We will dredge the eastern basin every spring \u202ebefore the herring season begins.'],
    ['polarity', 'We will not dredge the eastern basin every spring before the herring season begins.'],
    ['polarity', 'The Harbour Watch will fine anglers.'],
    ['polarity', 'The Harbour Watch will not fine anglers.'],
    ['figure', 'Confidence fell from 74% to 61% in Q4 2024/25.'],
    ['polarity', 'Confidence fell to 74% in Q4 2024/25.'],
    ['polarity', 'We have dredged the eastern basin every spring before the herring season begins.'],
    ['words', 'We will dredge the western basin every spring before the herring season begins.'],
    ['words', 'We will dredge the eastern basin every spring before the herring season begins at night.'],
    ['words', 'We will dredge the eastern basin every spring with a grant for poorer anglers.'],
    ['words', 'It is so.'],
    ['markup', 'We will dredge the <b>eastern</b> basin every spring.'],
    ['markup', 'We will dredge the eastern basin, see www.evil.example.'],
    ['markup', 'We will dredge the e\u0430stern basin every spring.'],
  ])('for its %s: %s', async (doubt, claim) => {
    expect(await verdictOn(claim)).toEqual({ supported: false, doubt });
  });

  it('where no passage is named', () => {
    expect(checkStatement({ text, vector: new Float32Array() }, [])).toEqual({ supported: false, doubt: 'uncited' });
  });

  it('where its meaning is another, though its words are there', async () => {
    const passage = await passageOf(text);
    const supports = supportsOf(passage, undefined, []);
    const claim = 'The eastern basin will be dredged every spring, before the herring season begins.';
    const [vector = new Float32Array()] = await embedder.embed(['quite another thing']);
    expect(checkStatement({ text: claim, vector }, supports)).toEqual({ supported: false, doubt: 'meaning' });
  });
});
