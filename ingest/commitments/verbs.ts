// How points of a list that promise something begin: with a verb. General English, no document's own words.

const bases = (
  'accelerate achieve act adapt address adopt agree align allow ask assess assure attain attend attract automate award balance be bear become begin benchmark block bring build buy campaign care ' +
  'carry challenge champion change check clarify close co-develop co-locate collaborate combine commission commit communicate complete comply conduct consolidate consult continue contribute ' +
  'control convene convert coordinate co-ordinate create cut decrease dedicate define deliver demonstrate deploy design detect develop devise digitise disrupt diversify divert double drive ' +
  'educate eliminate embed empower enable encourage end enforce engage enhance ensure equip eradicate establish evaluate examine exceed expand expedite explore extend facilitate find finish ' +
  'fit focus follow foster free fund gather generate get give go grow guarantee halve harness have help hire hold hire identify implement improve include increase inform innovate inspect inspire ' +
  'install integrate introduce invest investigate involve join keep launch lead learn leverage limit link listen live lobby lower maintain make manage map maximise measure mentor merge minimise ' +
  'mobilise model modernise monitor move normalise nurture offer open operate optimise organise outsource overhaul oversee own partner pilot plan play police prepare preserve press prevent ' +
  'prioritise procure produce promote protect prove provide publish purchase pursue put raise reach realign rebuild rebalance recognise recover recruit redesign reduce refresh refurbish reform ' +
  'reinforce reinvest relaunch release remove renew replace report reset reshape reshape resolve respect respond restore restructure retain rethink review revise reward roll root run safeguard ' +
  'save scale secure seek seize sell serve set share shift simplify solve speed spend stand standardise start stop streamline strengthen strive submit support sustain tackle tailor take target teach ' +
  'test tighten track train transfer transform treat triple trial uphold upgrade upskill use value visit widen win work ' +
  'borrow clean clear conserve decarbonise electrify enrol insulate lend plant rehouse repair restock resurface retrofit survey vaccinate'
).split(' ');
const baseVerbs: ReadonlySet<string> = new Set(bases);

/** Words in -ing that are no verb where a point begins with them. */
const notVerbs: ReadonlySet<string> = new Set(
  'during nothing something everything anything following according regarding including concerning notwithstanding policing evening morning funding housing nursing'.split(
    ' ',
  ),
);
/** Adverbs and the like that may stand before the verb. */
const openers =
  /^(?:[a-z]+ly|also|then|first|second|third|where \w+,?|not|to|and|better|continue to|further|jointly|together)\s+/u;

/** Whether the words begin as an instruction does ("Reduce the number of …"). @param words in one line, any case. */
export function isImperative(words: string): boolean {
  const first = firstWord(words);
  return (
    baseVerbs.has(first) &&
    !new RegExp(String.raw`\b${first} (?:for|of|is|are|was|in)\b`, 'iu').test(words.slice(0, 40))
  );
}

/** Whether the words begin with what is being done ("Reducing the number of …"). */
export function isGerund(words: string): boolean {
  const first = firstWord(words);
  return /^[a-z-]{2,}ing$/u.test(first) && !notVerbs.has(first);
}

function firstWord(words: string): string {
  const bare = words
    .toLowerCase()
    .replace(/^[^a-z]*(?:\d+[.)]|[a-z][.)])?\s*/u, '')
    .replace(openers, '');
  return /^[a-z'-]+/u.exec(bare)?.[0] ?? '';
}
