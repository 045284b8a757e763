// Why the documents are held not to answer.

/** What leaves nothing to weigh. */
export const firmReasons = [
  'no word of theirs', // no word of the question is the documents' own, or known to the lexicon
  'no mention', // what a document says of a thing is asked for, and it says nothing of it
] as const;

/** What is right far more often than wrong, and is weighed with the question. */
export const weighedReasons = [
  'nothing near', // no sentence is about the topic
  // A sum, date, number, name or place is asked for, and none is there.
  'no sum',
  'no date',
  'no name',
  'no number',
  'no place',
  'no member',
  'not that year', // the question's year, financial year or month of a year is not there
  'not that name', // the question names someone or something that is nowhere near
  'a false premise', // why something was given up is asked and nothing says that it was, or a figure is to be confirmed that nothing gives
  'a deed not told', // whether, or when, something was done to a thing is asked, and nothing tells it of that thing
  'none above others', // which is most or least so is asked, and nothing sets one above the others
  'an own case', // what one person gets or has to do, which strategies do not settle
  'an opinion',
  'a prediction',
] as const;

export type FirmReason = (typeof firmReasons)[number];
export type WeighedReason = (typeof weighedReasons)[number];
/** What can be seen of the question and of the sentences nearest to it. */
export type ObservedReason = FirmReason | WeighedReason;
/** Besides, too much of what is asked may not be there: see doubt.ts. */
export type Reason = ObservedReason | 'too little of it';

export function isFirm(reason: ObservedReason): reason is FirmReason {
  return firmReasons.some((firm) => firm === reason);
}
