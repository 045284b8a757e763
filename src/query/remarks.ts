// Remarks that ask nothing of the documents: verdicts on an answer, pleas, apologies and noises. Told by what they are made of, for
// nobody can list them all.

export type Remark = 'complaint' | 'plea' | 'praise' | 'apology' | 'noise' | 'end';

/** Longer messages have a subject. */
const mostWords = 8;

/** What a remark speaks of: the two who talk, the answer, and words that state nothing by themselves. English, not the corpus's. */
const around = words(
  `a an the this that these those it its thats it's that's there's theres there i i'm im i've ive me my we us you u ya you're youre ur your you've youve they
  is isn't isnt was wasn't wasnt are aren't arent were be been am ain't aint do does did don't dont doesn't doesnt didn't didnt can can't cant could would will won't have has had haven't havent
  not no never none nothing at all any of to for from in on with and or but so too very really quite just pretty bit rather absolutely totally completely utterly bloody dead proper
  answer answers reply replies response responses result results bot thing stuff lot one ones job work time again now then here still even only always mate pal m8 love boss guys everyone
  what asked ask meant mean wanted want needed need looking after said say got get getting give gave giving given makes make made feel seem seems sounds look looks please pls plz ok okay well oh ah hey hi cheers thanks thank ta as like much more better best try tell talking says some why how r wot tool today been idea clue`,
);
const markers: Readonly<Record<Remark, ReadonlySet<string>>> = {
  complaint: words(
    `wrong incorrect inaccurate untrue rubbish useless hopeless pointless rubbishy crap crappy garbage nonsense bollocks tosh shit shite bad poor terrible awful dreadful pathetic
    unhelpful irrelevant disappointing disappointed annoying annoyed frustrating frustrated worse worst unclear confusing silly stupid daft dumb thick slow lazy fail failed failing broken lame sucks suck boring waste wasting missed misunderstood lying liar lie`,
  ),
  plea: words('help helped assist assistance stuck lost confused understand understood follow unsure hand'),
  apology: words('sorry apologies apologise apologize oops whoops mistake'),
  end: words('mind nevermind forget bother bye goodbye later leave quit stop up done enough'),
  praise: words(
    `good great grand brilliant fab fabulous fantastic excellent lovely perfect super superb amazing awesome wonderful helpful useful handy clever smart star legend gem champion champ lifesaver genius hero wicked
    ace mint sound sorted neat nice cool sweet spot marvellous magic smashing correct right true bless appreciated`,
  ),
  noise: words(
    'lol lmao rofl haha hahaha hehe hmm hm hmmm mm mmm huh eh er erm um uh wow omg meh yes yep yeah yup no nah sure fine nope whatever k kk test testing blah',
  ),
};
/** Said of an answer as of anything; of the one who gives it only beside "you". */
const ofPeople = words(
  'slow lazy thick stupid dumb lost smart clever stop leave up done failing failed right true later poor bad missed',
);
/** A verdict beside one of these is the other way round. */
const negations =
  /\b(?:not|no|never|nothing|isn'?t|wasn'?t|aren'?t|doesn'?t|didn'?t|don'?t|hardly|can'?t|cannot|ain'?t)\b/u;
const asksOfThings =
  /^(?:what(?!\s+an?\b)|which|who|whom|whose|when|where|how|why|is|are|was|were|do|does|did|has|have|will|should)\b(?!\s+(?:(?:are|were|is|r|do|did|can|have)\s+)?(?:you|u|ya)\b)/u;
const ofTheOther = /\b(?:you|u|ya|you're|youre|ur|your)\b/u;
/** Words that judge the one who is spoken to, whatever they are: "you're a muppet". */
const judgesYou =
  /^(?:(?:well|ok|lol|so|and|but|oh|mate)\s+)*(?:you|u|ya)(?:'re|re|\s+(?:are|r|lot are|guys are))\s+(?:(?:a|an|the|so|such|very|really|just|total|complete|absolute|proper|not)\s+)*([\p{L}'-]+)$/u;

const noWords = /^(?:[?!.…\s]|\p{Extended_Pictographic}|\uFE0F|\u200D)+$/u;
/** One who does not see what an answer says. */
const puzzled =
  /^(?:(?:sorry|ok|wait|but) )*(?:what (?:do|did) you mean(?: by that| exactly)?|i (?:still |really )?(?:do not|don't|dont) (?:get|follow|see) (?:it|that|this|you)(?: at all)?)$/u;

/** What a message is, where it is a remark; null where it may ask something. @param isKnown whether documents hold a word. */
export function remarkOf(message: string, isKnown: (word: string) => boolean): Remark | null {
  const plain = message
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/[^\p{L}\p{N}'\s-]/gu, ' ')
    .trim()
    .replaceAll(/\s+/gu, ' ');
  if (noWords.test(message) || /^(?:what|wot)$/u.test(plain)) return 'noise';
  const said = plain.split(' ');
  if (said.length > mostWords) return null;
  const judged = judgesYou.exec(plain)?.[1];
  if (judged !== undefined && !isKnown(judged) && kindOf([judged], plain) === null) return 'noise';
  if (puzzled.test(plain)) return 'plea';
  if (said.length > 1 && asksOfThings.test(plain)) return null;
  return kindOf(said, plain);
}

/** The kind of the weightiest word that judges, where all the others only go with it. */
function kindOf(said: readonly string[], plain: string): Remark | null {
  const kinds = said.map(markedAs);
  if (said.some((word, at) => kinds[at] === null && !around.has(word))) return null;
  const kind = order.find((each) => kinds.includes(each)) ?? null;
  const isOfPeople = said.every((word, at) => kinds[at] !== kind || ofPeople.has(word));
  if (kind === null || (isOfPeople && !ofTheOther.test(plain) && said.length < 3))
    return isBareMiss(plain) ? 'complaint' : null;
  return kind === 'praise' && negations.test(plain)
    ? 'complaint'
    : kind === 'plea' && isUnhelped(plain)
      ? 'complaint'
      : kind;
}

/** What tells most comes first. */
const order: readonly Remark[] = ['complaint', 'apology', 'plea', 'praise', 'end', 'noise'];

function markedAs(word: string): Remark | null {
  return order.find((kind) => markers[kind].has(word)) ?? null;
}

/** "That doesn't help", and not "I don't understand": it is the answer that is spoken of. */
function isUnhelped(plain: string): boolean {
  return negations.test(plain) && /\bhelp/u.test(plain);
}

/** "Not what I asked", "that's not it", "try again". */
function isBareMiss(plain: string): boolean {
  return /^(?:(?:no|that's|thats|that is|it's|its)\s+)*not\s+(?:it|that|really|what i\s+\p{L}+(?:\s+for)?)$/u.test(
    plain,
  );
}

function words(text: string): Set<string> {
  return new Set(text.split(/\s+/u).filter((word) => word !== ''));
}
