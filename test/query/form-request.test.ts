// Messages that want the last answer in another form, and others of the same words that ask the documents something.
import { describe, expect, it } from 'vitest';
import { formRequest } from '../../src/query/form-request.ts';

describe('a message that asks where the last answer stands', () => {
  it.each([
    'which page',
    'source?',
    'where does it say that',
    "where's that from?",
    'what page is that on',
    'is there a page number',
    'quote the source',
    'says who',
    'which strategy is that in',
    'have you got a reference for that',
    'can you give me the page',
    'which section is it in',
    'where did you get that from',
  ])('“%s”', (message) => {
    expect(formRequest(message)).toBe('place');
  });
});

describe('a message that wants it shorter', () => {
  it.each([
    'shorter please',
    'say that in one sentence',
    'can you put that in one line',
    'too long',
    'tl;dr',
    'sum that up',
    'in a nutshell',
    'give me the short version',
    'could you shorten that',
    'in plain english please',
  ])('“%s”', (message) => {
    expect(formRequest(message)).toBe('short');
  });
});

describe('a message that asks the documents', () => {
  it.each([
    'which schools?',
    'where?',
    'how many pages are there',
    'which strategy mentions drones',
    'what is the section 60 rule',
    'where does the money come from',
    'where is the Estate Strategy',
    'in one year',
    'summarise the Fixing our Foundations chapter',
    'shorter shifts?',
    'a single point of contact?',
    'which page of the plan covers drones',
    `shorter ${'and shorter '.repeat(20)}`,
  ])('“%s” is of no form', (message) => {
    expect(formRequest(message)).toBeNull();
  });
});
