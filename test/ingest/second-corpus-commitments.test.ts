// The rules on another organisation's documents, which they were not written on.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { findCommitments } from '../../ingest/commitments/find.ts';
import { squeezed } from '../../ingest/commitments/plain.ts';
import { readStructure } from '../../ingest/structure.ts';

const folder = new URL('../fixtures/second-corpus/', import.meta.url);
const found = readdirSync(folder).flatMap((file) => {
  const text = readFileSync(new URL(file, folder), 'utf8');
  return findCommitments(text, readStructure(text)).map(({ statement }) =>
    squeezed(text.slice(statement.start, statement.end)),
  );
});

it.each([
  'We will fit 20,000 smoke alarms in the homes of older people by March 2017.',
  'Every primary school in the county will be visited by a fire crew once in each school year.',
  'We will close no fire station during the life of this plan.',
  'prevent fires and other emergencies',
  'Our mission is to make Marlshire a safer place to live, work and travel.',
  'We will inspect every care home in Marlshire at least once every two years.',
  'We will train 150 community volunteers by December 2022.',
  'Our team of fire safety inspectors will grow from 11 to 18 by 2024.',
  'House fires reached within 10 minutes | 76% | 81% | 85%',
  'Our ambition is 15% by 2025.',
  'All 27 engines will have one by September 2024.',
  'It will replace six old databases by the end of 2025.',
  'We will not use artificial intelligence to decide whether to send an engine.',
  'Nobody will be made to use a system before they have been trained in it.',
])('finds: %s', (statement) => {
  expect(found).toContain(statement);
});

it.each([
  'This plan sets out how we will keep Marlshire safe until 2025.',
  'What their fire and rescue service will do',
  'In 2013 we met this standard on 76 per cent of occasions.',
  'courage',
  'Integrity',
  'We carried out 4,500 HFSVs in 2013',
  'Two stations, Pellbridge and Stoke Harrow, were merged with their neighbours in 2019.',
  'It costs £620,000.',
])('leaves out: %s', (statement) => {
  expect(found).not.toContain(statement);
});

it('finds some fifty in all', () => {
  expect(found.length).toBeGreaterThan(40);
  expect(found.length).toBeLessThan(65);
});
