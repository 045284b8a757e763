// What a verb phrase in future promises: a deed, an effect, a mere event. General English.

const adverbs = String.raw`(?:(?:also|then|now|still|therefore|always|only|soon|both|all|not only|further|collectively|together|ultimately|[a-z]+ly)\s+)*`;

/** States of mind, luck, and what merely happens. */
const empty = new RegExp(
  String.raw`^(?:${adverbs}|(?:not|never|continue to|be able to|of course)\s+)*(?:know|see(?! \d)|feel|mean|face|depend|forget|remember|miss|notice|realise|recognise that|` +
    String.raw`understand (?:what|why|how|that)|hear|enjoy|experience|suffer|lose|happen|have (?:spent|seen|faced|the resources|noticed)|no longer|get us there|` +
    String.raw`be (?:proud|seen|felt|affected|likely|needed|possible|difficult|challenging|times|able\b|better (?:able|placed))|come as|affect)\b`,
  'u',
);
/** A number that is had, rather than reached, foretells. */
const forecast =
  /^(?:then )?(?:have|be|reach)\s+(?:around |about |approximately |some |roughly |over |nearly )*[\d,]{3,}/u;

/** Whether nothing is promised to be done. @param rest the words after the modal verb, in lower case. */
export function isEmpty(rest: string): boolean {
  return rest === '' || empty.test(rest) || forecast.test(rest);
}

const states =
  'able|easier|safer|faster|satisfied|confident|critical|key|important|an important|a key|essential|crucial';
/** What a body or a plan brings about in others, rather than does. */
const mereEffect = new RegExp(
  String.raw`^${adverbs}(?:mean|help|feel|see|know|understand (?:what|why|how)|benefit|trust|have (?:confidence|a clear understanding)|require|need|` +
    String.raw`be (?:${states})|become clearer|affect|impact|result|lead to)\b`,
  'u',
);

export function isMereEffect(rest: string): boolean {
  return mereEffect.test(rest);
}

/** What comes of a thing: said of "this", it tells what good it does. */
const benefit = new RegExp(
  String.raw`^${adverbs}(?:mean|help|enable|allow|ensure|lead|result|make it|give|provide|create|improve|increase|reduce|free|save|support|assure|stop|boost|feel|see|know|understand|benefit|trust|` +
    String.raw`have confidence|be (?:more|better|${states})|require|need|take|form|drive|inform|contribute|bring|move|encourage|inspire|play|demonstrate|affect|impact|put|protect|offer|become clearer)\b`,
  'u',
);

export function isBenefit(rest: string): boolean {
  return benefit.test(rest);
}

const passive = new RegExp(
  String.raw`^${adverbs}be (?:[a-z]+ly )?(?:\w+ed|built|set|set up|put in place|held|made|given|taken|led|run|kept|brought|drawn up|cut|undertaken|chosen|sent|bought|taught|shown|rebuilt)\b`,
  'u',
);
const suffered =
  /^(?:\w+ )*?be (?:\w+ly )?(?:needed|affected|expected|required by|caused|faced|determined|influenced|disappointed|reduced|increased|improved|satisfied|linked|based|outdated|used to|called|noticed|experienced|challenged)\b/u;

/** Something is to be done, whoever does it: "will be reviewed". */
export function isPassiveDeed(rest: string): boolean {
  return passive.test(rest) && !suffered.test(rest);
}

/** A figure other than a year. */
export function hasFigure(rest: string): boolean {
  return /\b\d[\d,]*\b|\b\w+ in (?:ten|five|four|three)\b/u.test(rest.replaceAll(/\b(?:19|20)\d\d\b/gu, ''));
}

const told =
  /^(?:also |fully |further )*be (?:fully |further )?(?:outlined|described|explained|discussed|covered|set out|summarised|found)\b/u;
const elsewhere =
  /\b(?:chapter|section|annex) (?:later|below|above)\b|\blater in (?:the|this) (?:plan|strategy|document)\b|\bin more detail\b/u;
const tells =
  /^(?:now |then |first |next |also |briefly )*(?:look (?:at|more|in)|turn (?:now )?to|discuss|return to|come back to|explain|describe|summarise|see below)\b/u;

/** Whether the text says what it tells elsewhere. @param ofWe whether "we" are the subject. */
export function isSignpost(rest: string, ofWe: boolean): boolean {
  return told.test(rest) || elsewhere.test(rest) || (ofWe && tells.test(rest));
}
