// Which words are forms of one that no stem joins.
import { describe, expect, it } from 'vitest';
import { isOtherForm, startOfForms } from '../../src/text/word-forms.ts';

describe('forms of one word', () => {
  it.each([
    ['compassion', 'compassionate'],
    ['compassionate', 'Compassion'],
    ['empathy', 'empathetic'],
    ['honesty', 'honest'],
    ['racism', 'racist'],
    ['burglary', 'burglars'],
    ['cycle', 'cyclists'],
    ['professionals', 'professionalism'],
  ])('are %s and %s, which begin alike', (one, other) => {
    expect(isOtherForm(one, other)).toBe(true);
    expect(isOtherForm(other, one)).toBe(true);
    expect(startOfForms(one)).toBe(startOfForms(other));
  });

  it.each([
    ['compassion', 'compassion'],
    ['drone', 'drones'],
    ['policy', 'police'],
    ['policy', 'policing'],
    ['community', 'communication'],
    ['office', 'official'],
    ['port', 'portal'],
    ['rate', 'rats'],
    ['race', 'racists'],
    ['net', 'network'],
  ])('are not %s and %s', (one, other) => {
    expect(isOtherForm(one, other)).toBe(false);
  });

  it('are none of a word too short to have any', () => {
    expect(startOfForms('AI')).toBeNull();
    expect(startOfForms('bus')).toBeNull();
    expect(startOfForms('Racism')).toBe('rac');
  });
});
