// Signs against an answer, each beside the same question where it is answered.
import { expect, it } from 'vitest';
import { quotable } from '../../../src/answer/withhold/evidence.ts';
import { signsAgainst } from '../../../src/answer/withhold/signs.ts';
import { rankedRequest } from '../../../src/answer/ranked/ranked-request.ts';
import { makeRequest } from '../made-up-request.ts';

async function hasSign(question: string, sentence: string): Promise<boolean> {
  const others = ['Boats are kept in the harbour.', 'Divers train at the lake.', 'Pumps are old.'];
  const written = [sentence, ...others].map((each) => ({ document: 'water-2020', sentences: [each] }));
  const request = rankedRequest(await makeRequest(question, written));
  return signsAgainst(request, quotable(request)).length > 0;
}

it.each([
  ['What did they promise on otters?', 'We promise clean rivers.', 'We promise a home to otters.'],
  ['Does it say whether the meters ring?', 'The meters are new.', 'The new meters ring.'],
  ['How do our leaks compare with Norway?', 'Our leaks are down to 90.', 'Our leaks are fewer than in Norway.'],
  ['How many of our 300 fitters can dive?', 'There are 300 fitters.', 'Of 300 fitters 20 can dive.', true],
  ['What share do the 300 fitters mend?', 'The 300 fitters mend pipes.', 'The 300 fitters mend 40% of pipes.'],
  ['Why was Eastham picked for the depot?', 'The depot is at Eastham.', 'Eastham was chosen for its quay.'],
  [
    'Who is the warden of the harbour?',
    'The harbour has a warden.',
    'Dame Ada Fenwick keeps the harbour as its warden.',
  ],
  ['How many leaks are mended at night?', 'We mend 900 leaks.', 'We mend 900 leaks, 80 of them at night.'],
  ['What is the most common leak?', 'A leak is mended in a day.', 'A joint is the most common leak.'],
  ['Harbour desk opening hours?', 'The harbour desk helps.', 'The harbour desk is open 24 hours a day.'],
])('“%s” has a sign against it beside “%s”, and not beside “%s”', async (question, near, telling, isAlways = false) => {
  expect(await hasSign(question, near)).toBe(true);
  expect(await hasSign(question, telling)).toBe(isAlways);
});

it.each([
  'How many of those did we mend?',
  'Why did they leave the leaks to fitters alone?',
  'What is new at the harbour?',
])('“%s” has no sign against it by itself', async (question) => {
  expect(await hasSign(question, 'We mend 900 leaks.')).toBe(false);
});
