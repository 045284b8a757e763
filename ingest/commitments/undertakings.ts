// Whether a clause undertakes something: who it is of, how it hangs in its sentence, and what its verb says.
import type { Clause } from './clauses.ts';
import { subjectKind } from './subjects.ts';
import type { SubjectKind } from './subjects.ts';

export interface ClauseContext {
  /** Headings of the section, in lower case. */
  readonly headings: readonly string[];
  /** Whether the sentence before undertakes something, so that "it will" may go on with it. */
  readonly goesOn: boolean;
  /** Whether the sentence before speaks of a body, plan or programme of the organisation. */
  readonly followsOwn: boolean;
}

export function undertakes(clause: Clause, context: ClauseContext): boolean {
  const kind = subjectKind(clause.subject, context.headings);
  if (/^see (?:us|our)\b/u.test(clause.rest)) return kind !== 'other';
  if (kind === 'other' || isSubordinate(clause)) return false;
  if (isEmptyVerb(clause.rest) || isSignpost(clause) || isConditional(clause.rest)) return false;
  // What merely must be done is a need; a duty with a figure is one that can be held to.
  if (clause.modality === 'must') return kind === 'we' && isMeasuredDuty(clause);
  if (clause.modality === 'aim') return kind === 'we' || kind === 'own';
  return willDo(clause, kind, context);
}

function willDo(
  { subject, rest, isRelative }: Clause,
  kind: SubjectKind,
  { goesOn, followsOwn }: ClauseContext,
): boolean {
  if (isRelative) return kind === 'own' && !isBenefit(rest);
  const isStep = isPassiveDeed(rest);
  switch (kind) {
    case 'we':
      return true;
    case 'own':
      return isStep || !mereEffect.test(rest);
    case 'pointing':
      if (isStep || (goesOn && hasFigure(rest))) return true;
      if (/^(?:it|they|he|she|both|each)\b/u.test(subject)) return (goesOn || followsOwn) && !mereEffect.test(rest);
      return goesOn && !isBenefit(rest);
    case 'unknown':
      return isStep || (/^there$/u.test(subject) && hasFigure(rest));
    default:
      return false;
  }
}

const hasFigure = (rest: string): boolean =>
  /\b\d[\d,]*\b|\b\w+ in (?:ten|five|four|three)\b/u.test(rest.replaceAll(/\b(?:19|20)\d\d\b/gu, ''));

/** "We must find savings of £3 million by April." */
function isMeasuredDuty({ rest }: Clause): boolean {
  return hasFigure(rest) && /\bby\b/u.test(rest);
}

/** "… if we work together": it hangs on something else. */
function isConditional(rest: string): boolean {
  return /\bif (?:we|you|they|the|our|it|this)\b/u.test(rest) && !/\bdecide if\b/u.test(rest);
}

/** Joining words after which a clause still undertakes. */
const coordinates = /(?:^|[\s,;–—])(?:and|but|so|then|yet|or|therefore|thus|instead|also|however|meanwhile)$/u;
/** What says that somebody is bound, before "that we will". */
const binds = /\b(?:commit\w*|pledges?|promises?|undertak\w+|guarantees?|determined|resolved)\s+(?:\w+\s+){0,2}that$/u;
/** "How, despite it all, we will …" */
const interrupted = /\b(?:how|what|where|when|why|whether|if),[^,]*,$/u;
const relativeMeans = /\b(?:through|by|with|under) which$|\bin that$/u;
const joins =
  /(?:^|\s)(?:that|which|who|whom|whose|how|what|when|where|why|if|whether|unless|until|because|since|as|than|while|whilst|although|though)$/u;
/** "… what their fire and rescue service will do": the join stands within what a coordination splits. */
const joinsWithin = /\b(?:how|what|why|whether|when|where)\b[^,;:.–—]*$/u;
/** An adverbial that a sentence may open with, before its subject and without a comma. */
const adverbial =
  /^(?:(?:and|but|so)\s+)?(?:in|with|by|through|where|when|while|whilst|as|to|for|over|during|within|after|before|without|on|upon|from|alongside|following|at|across|under|given|between|throughout|whether|most importantly|first|next|then|together|(?:each|every|this|next|later this) (?:year|month|quarter|week|day|summer|autumn|spring|winter)|[a-z]+ly|[a-z]+ing)\b/u;

/** Whether the clause only tells of, wishes, explains or limits what the sentence is about. */
function isSubordinate({ lead, subject }: Clause): boolean {
  const before = lead.replace(/["'(]+$/u, '').trimEnd();
  if (before === '') return /^(?:how|what|when|where|why|if|whether|who|unless)\b/u.test(subject);
  if (/^(?:if|unless)\b/u.test(before)) return true;
  if (binds.test(before) || relativeMeans.test(before)) return false;
  if (joins.test(before) || interrupted.test(before)) return true;
  if (/\b(?:and|or)$/u.test(before) && !/^we\b/u.test(subject) && joinsWithin.test(before)) return true;
  if (/[.;:!?–—|,(-]$/u.test(before) || coordinates.test(before)) return isReported(before);
  const segment = before.split(/[.;:!?–—|,]\s*(?:(?:and|but|so)\s+)?/u).at(-1) ?? '';
  return (
    !adverbial.test(segment) ||
    /\b(?:and|or) (?:the|any|all) (?:\w+ ){0,2}\w+$/u.test(segment) ||
    /\b(?:is|are|was|were|has|have|had)\b/u.test(segment)
  );
}

/** "In 2023 we said …, we will": somebody's words of another time. */
function isReported(before: string): boolean {
  return /\b(?:said|told|asked|promised|pledged|reported|argued|found|recommended|agreed)\b[^.;:]*[,:]?$/u.test(before);
}

/** Verbs that promise no doing: states of mind, luck, and what merely happens. */
const empty =
  /^(?:(?:also|then|now|still|therefore|always|only|soon|not|never|inevitably|likely|probably|continue to|be able to|of course)\s+)*(?:know|see|feel|mean|face|depend|forget|remember|miss|notice|realise|recognise that|understand (?:what|why|how|that)|hear|enjoy|experience|suffer|lose|happen|have (?:spent|seen|faced|the resources|noticed)|no longer|get us there|be proud|be seen|be felt|be affected|be likely|be needed|be possible|be difficult|be challenging|be times|come as|affect|be able\b|be better (?:able|placed))\b/u;
/** A number that is had, rather than reached, foretells. */
const forecast =
  /^(?:then )?(?:have|be|reach)\s+(?:around |about |approximately |some |roughly |over |nearly )*[\d,]{3,}/u;

function isEmptyVerb(rest: string): boolean {
  return empty.test(rest) || forecast.test(rest) || rest === '';
}

const tells =
  /^(?:now |then |first |next |also |briefly )*(?:look (?:at|more|in)|turn (?:now )?to|discuss|return to|come back to|explain|describe|summarise|see below)\b/u;
const partOfText = /\b(?:section|chapter|document|part|page|appendix|annex|diagram|table|figure|paper|summary)s?$/u;

/** What the text itself is going to do. */
function isSignpost({ subject, rest }: Clause): boolean {
  const isTold =
    /^(?:also |fully |further )*be (?:fully |further )?(?:outlined|described|explained|discussed|covered|set out|summarised|found)\b/u.test(
      rest,
    );
  if (
    isTold ||
    /\b(?:chapter|section|annex) (?:later|below|above)\b|\blater in (?:the|this) (?:plan|strategy|document)\b/u.test(
      rest,
    )
  )
    return true;
  return partOfText.test(subject) || (tells.test(rest) && /\bwe$/u.test(subject)) || /\bin more detail\b/u.test(rest);
}

/** What a body or plan of one's own brings about in others, rather than does. */
const mereEffect =
  /^(?:(?:also|then|therefore|not only|further|collectively|together|ultimately|all|both|[a-z]+ly)\s+)*(?:mean|help|feel|see|know|understand (?:what|why|how)|benefit|trust|have (?:confidence|a clear understanding)|require|need|be (?:able|easier|safer|faster|satisfied|confident|critical|key|important|an important|a key|essential|crucial)|become clearer|affect|impact|result|lead to)\b/u;

/** What comes of a thing, rather than what is done. */
const benefit =
  /^(?:(?:also|then|therefore|not only|further|collectively|together|ultimately|all|both|[a-z]+ly)\s+)*(?:mean|help|enable|allow|ensure|lead|result|make it|give|provide|create|improve|increase|reduce|free|save|support|assure|stop|boost|feel|see|know|understand|benefit|trust|have confidence|be (?:able|more|better|easier|safer|faster|satisfied|confident|critical|key|important|an important|a key|essential|crucial)|require|need|take|form|drive|inform|contribute|bring|move|encourage|inspire|play|demonstrate|still|affect|impact|put|protect|offer|become clearer)\b/u;

function isBenefit(rest: string): boolean {
  return benefit.test(rest);
}

const passiveDeed =
  /^(?:(?:also|then|now|therefore|all|both|fully|further|[a-z]+ly)\s+)*be (?:[a-z]+ly )?(?:\w+ed|built|set|set up|put in place|held|made|given|taken|led|run|kept|brought|drawn up|cut|undertaken|chosen|sent|bought|taught|shown|known|rebuilt|redrawn)\b/u;
const noDeed =
  /^(?:\w+ )*?be (?:\w+ly )?(?:needed|affected|expected|required by|caused|faced|determined|influenced|disappointed|reduced|increased|improved|satisfied|linked|based|outdated|used to|called|noticed|experienced|challenged)\b/u;

function isPassiveDeed(rest: string): boolean {
  return passiveDeed.test(rest) && !noDeed.test(rest);
}
