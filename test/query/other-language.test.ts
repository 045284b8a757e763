import { describe, expect, it } from 'vitest';
import { otherLanguage } from '../../src/query/other-language.ts';

const english = new Map([
  ['polic', 9],
  ['crime', 7],
]);

describe('a message in another language', () => {
  it.each([
    ['Beth yw blaenoriaethau’r heddlu?', 'cy'],
    ['Sut mae’r heddlu yn delio â throsedd?', 'cy'],
    ['Quelles sont les priorités de la police ?', 'fr'],
    ['Combien de policiers en 2016?', 'fr'],
    ['Was sind die Ziele der Polizei bis 2016?', 'de'],
    ['Wie viele Beamte werden pro Tag angegriffen?', 'de'],
    ['¿Cuáles son los objetivos de la policía?', 'es'],
    ['Quali sono gli obiettivi della polizia?', 'it'],
    ['Quais são os objetivos da polícia?', 'pt'],
    ['Jakie są priorytety policji?', 'pl'],
    ['警察的优先事项是什么？', 'unknown'],
    ['ما هي أولويات الشرطة؟', 'unknown'],
    ['Які пріоритети поліції?', 'unknown'],
  ])('%s is told', (message, language) => {
    expect(otherLanguage(message, english)).toBe(language);
  });

  it.each([
    'what is the plan for die-in protests',
    'What about La Rue de Paris shop theft',
    'is die Polizei mentioned',
    'en route policing',
    'was the vision agreed on in 2013?',
    'Beth asked me about crime',
    'wot r the prioritys m8',
    'BCU?',
    '',
    '?!',
    '\ud800',
  ])('%j is none', (message) => {
    expect(otherLanguage(message, english)).toBeNull();
  });

  it('is none where the documents are in that language', () => {
    const welsh = new Map(['beth', 'yw', 'blaenoriaethaur', 'heddlu'].map((term) => [term, 3]));
    expect(otherLanguage('Beth yw blaenoriaethau’r heddlu?', welsh)).toBeNull();
    expect(
      otherLanguage(
        'Які пріоритети',
        new Map([
          ['які', 1],
          ['пріоритети', 2],
        ]),
      ),
    ).toBeNull();
  });
});
