// Whether the documents speak of something: where, in their words, and which do not.
import type { DocumentDescription } from '../../domain/document.ts';
import { askedThings } from '../withhold/asked-things.ts';
import type { AskedThing } from '../withhold/asked-things.ts';
import type { Composed, ComposeRequest } from '../rank/request.ts';
import { nameOf } from '../rank/request.ts';
import { inOtherForm, mentionsBeside, mentionsOf, noMention } from '../withhold/mentions.ts';
import type { Mention } from '../withhold/mentions.ts';
import { inLine, quote, words } from '../quote/quotation.ts';
import type { Paragraph } from '../quote/quotation.ts';
import { select, toQuotation } from '../rank/select.ts';

/** Places quoted of each document, and of one that alone speaks of the thing. */
const places = { each: 1, only: 2 };

/** Things told of in one answer: more make one that nobody reads. */
const mostThings = 8;

export function composePresence(request: ComposeRequest): Composed | null {
  const asked = askedThings(request).map((thing) => ({ thing, ...placesOf(thing, request) }));
  // Of too many, those that are there are told.
  const spoken = asked.filter(({ speaking }) => speaking.length > 0);
  if (spoken.length === 0) return null;
  const things = asked.length > mostThings ? spoken.slice(0, mostThings) : asked;
  const left = asked.filter((each) => !things.includes(each));
  // Of one thing alone it goes without saying which.
  const labelOf = ({ label }: AskedThing): string => (asked.length > 1 ? `*${label}* – ` : '');
  return {
    paragraphs: [
      ...things.flatMap(({ thing, speaking, silent }) => [
        ...written(speaking, silent, labelOf(thing)),
        ...silence(silent, labelOf(thing)),
      ]),
      ...(left.length === 0
        ? []
        : [
            [
              words(
                `Not told of here, to be asked by themselves: ${left.map(({ thing }) => `*${thing.label}*`).join(', ')}`,
              ),
            ],
          ]),
    ],
  };
}

interface Places {
  /** Documents that speak of it, or have the word in another form. */
  readonly speaking: readonly Mention[];
  readonly silent: readonly DocumentDescription[];
}

function placesOf(thing: AskedThing, request: ComposeRequest): Places {
  const mentions = mentionsOf(request, thing);
  const speaks = ({ sentences }: Mention): boolean => sentences.length > 0;
  const meant = mentions.filter((mention) => speaks(mention) || mention.otherForm !== null);
  // "In any earlier strategy?": where none speaks of it, the one that does is named. Of one document alone the answer is no, unless the
  // conversation only went on to another thing there.
  const isWide = mentions.length > 1 || request.plan.continues?.replaces === true;
  const beside = meant.length === 0 && isWide ? mentionsBeside(request, thing).filter(speaks) : [];
  return {
    speaking: [...meant, ...beside],
    silent: mentions.filter((mention) => !meant.includes(mention)).map(({ document }) => document),
  };
}

function written(speaking: readonly Mention[], silent: readonly DocumentDescription[], label: string): Paragraph[] {
  const only = speaking.length === 1 && silent.length > 0;
  return speaking.map(({ document, sentences, otherForm }): Paragraph => {
    if (otherForm)
      return [words(`${label}**${nameOf(document)}** (${inOtherForm(otherForm)}): `), quote(otherForm.quotation)];
    const chosen = select(sentences, { sentences: only ? places.only : places.each, words: 90, margin: Infinity });
    return [
      words(`${label}**${only ? `Only in ${nameOf(document)}` : nameOf(document)}**: `),
      ...inLine(chosen.map(toQuotation), ' '),
    ];
  });
}

function silence(documents: readonly DocumentDescription[], label: string): Paragraph[] {
  return documents.length === 0 ? [] : [[words(`${label}${noMention(documents)}`)]];
}
