// Whether the documents speak of something: where, in their words, and which do not.
import type { Composed, ComposeRequest } from './request.ts';
import { nameOf } from './request.ts';
import { silence } from './compose-documents.ts';
import { mentionsBeside, mentionsOf } from './mentions.ts';
import { inLine, words } from './quotation.ts';
import type { Paragraph } from './quotation.ts';
import { select, toQuotation } from './select.ts';

/** Places quoted of each document, and of one that alone speaks of the thing. */
const places = { each: 1, only: 2 };

export function composePresence(request: ComposeRequest): Composed | null {
  const mentions = mentionsOf(request);
  const meant = mentions.filter((mention) => mention.sentences.length > 0);
  // "In any earlier strategy?": where none speaks of it, the one that does is named. Of one document alone the answer is no, unless the
  // conversation only went on to another thing there.
  const isWide = mentions.length > 1 || request.plan.continues?.replaces === true;
  const beside = meant.length === 0 && isWide ? mentionsBeside(request) : [];
  const speaking = [...meant, ...beside.filter((mention) => mention.sentences.length > 0)];
  if (speaking.length === 0) return null;
  const silent = mentions.filter((mention) => mention.sentences.length === 0).map((mention) => mention.document);
  const only = speaking.length === 1 && silent.length > 0;
  const entries = speaking.map(({ document, sentences }): Paragraph => {
    const chosen = select(sentences, { sentences: only ? places.only : places.each, words: 90, margin: Infinity });
    return [
      words(`**${only ? `Only in ${nameOf(document)}` : nameOf(document)}**: `),
      ...inLine(chosen.map(toQuotation), ' '),
    ];
  });
  return { paragraphs: [...entries, ...silence(silent)] };
}
