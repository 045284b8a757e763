// Why the documents are held not to answer.

/** What can be seen of the question and of the sentences nearest to it. */
export const observedReasons = [
  'nothing near', // no sentence is about the topic
  // A sum, date, number, name or place is asked for, and none is there.
  'no sum',
  'no date',
  'no name',
  'no number',
  'no place',
  'no member',
  'not that year', // the question's year, financial year or month of a year is not there
  'no mention', // what a document says of a thing is asked for, and it says nothing of it
  'not that name', // the question names someone or something that is nowhere near
  'a false premise', // why something was given up is asked and nothing says that it was, or a figure is to be confirmed that nothing gives
  'a deed not told', // whether, or when, something was done to a thing is asked, and nothing tells it of that thing
  'none above others', // which is most or least so is asked, and nothing sets one above the others
  'an own case', // what one person gets or has to do, which strategies do not settle
  'an opinion',
  'a prediction',
] as const;

export type ObservedReason = (typeof observedReasons)[number];
/** Besides, too much of what is asked may not be there: see doubt.ts. */
export type Reason = ObservedReason | 'too little of it';
