// Whether a sentence tells where something is or was done: a place by its name, or the kind of site.

/** Places told by what they are, with a word of where or how many. */
const site =
  /\b(?:in|at|on|across|throughout|from|to|all|every|each|some|most|several|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:[\p{L}\d’'-]+ ){0,3}?(?:sites?|boroughs?|wards?|estates?|districts?|towns?|villages?|neighbourhoods?|hotspots|stations?|depots?|premises)\b|\b(?:nationally|nationwide|citywide|(?:all|every|whole) (?:of )?(?:the )?(?:city|country|county|region))\b/iu;
const placed =
  /\b(?:in|at|near|around|across|from|between|outside|throughout) (?:the |places like |parts of )?(\p{Lu}[\p{L}’'-]+)/gu;
/** Names after "in" or "from" that are a time, a scheme or a paper. */
const noPlace =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|Autumn|Winter|Operations?|Project|Programme|Phase|Section|Chapter|Annex|Year|Quarter|Q\d|Our|We|The|This|It|All|Sergeants?|Inspectors?|Superintendents?|Police|Met|MPS|Government)$/u;

/** @param subject words of what was spoken of, in small letters: a name that is the thing's own tells no place. */
export function tellsWhere(sentence: string, subject: ReadonlySet<string>): boolean {
  if (site.test(sentence)) return true;
  return Array.from(sentence.matchAll(placed), ([, name = '']) => name).some(
    (name) => !noPlace.test(name) && !subject.has(name.toLowerCase()),
  );
}
