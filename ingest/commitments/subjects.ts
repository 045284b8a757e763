// Whose doing a clause speaks of, by the words of its subject. Rules of English for plans of any organisation.

export type SubjectKind =
  | 'we'
  | 'own' // a body, a person, a plan or a programme of the organisation
  | 'pointing' // "this", "it", "they": what stands before
  | 'other' // readers, the public, partners, other bodies, the way of the world
  | 'unknown';

/** People and bodies within an organisation. */
const bodies =
  'force|constabulary|police service|organisation|management board|executive(?: board)?|board|committee|taskforce|task force|commissioner|chief executive|' +
  'officers?|staff|workforce|employees?|leaders?|leadership|managers?|supervisors?|inspectors?|sergeants?|constables?|superintendents?|crews?|fire ?fighters?|detectives?|recruits?|volunteers?|' +
  'teams?|command|commands|unit|units|squads?|directorates?|departments?|divisions?|headquarters|frontline|hubs?|forums?|business groups?|functions|stations?';
/** What an organisation makes and runs. */
const workNames =
  'strategy|strategies|programmes?|plans?|frameworks?|polic(?:y|ies)|projects?|initiatives?|schemes?|model|approach|action plans?|charter|toolkit|centre|campaign|principles|systems?|platform|process(?:es)?|' +
  'commitments?|values|work|focus|effort|estate|fleet|cars|vans|engines|vehicles|buildings|training|structure|scorecard|dashboard|investment|services?|policing|resources|tools';

const own = new RegExp(String.raw`\b(?:${bodies}|${workNames})\b`, 'u');
const works = new RegExp(String.raw`\b(?:${workNames})\b`, 'u');
/** Officers of the government, boards of partners: a body, and another's. */
const othersFirst = /^(?:the |our )?(?:partners?|public|victims?|government|mayor)\b/u;
const possessed = /^(?:all (?:of )?|each of |both |every (?:one )?of |some of )?our\b/u;
const pointing = /^(?:all (?:of )?)?(?:this|that|these|those|it|they|he|she|such|each(?: of\b|$)|both|which|who)\b/u;
/** "This strategy": what is pointed to is named, and is the organisation's own. */
const pointedWork =
  /^(?:this|these|that|those) (?:new |second |improved |corporate |whole )*(?:strateg\w+|plans?|programmes?|framework|teams?|officers?|service|platform|polic\w+|system|approach|operation)\b/u;

const others = new RegExp(
  String.raw`^(?:the |a |an |many |more |most |some |other |all |any |every |local |national |future |our |\p{L}+'s? )*` +
    String.raw`(?:you|your|everyone|everybody|someone|people|government|ministers?|parliament|home office|secretary|mayor|state|` +
    String.raw`partners?|partnerships?|prosecution service|hospitals?|ambulance service|authorit(?:y|ies)|councils?|courts?|prisons?|judges?|industry|` +
    String.raw`residents?|citizens?|public|communit(?:y|ies)|victims?|witnesses|children|young people|women|girls|families|patients|customers|businesses|employers|suppliers|offenders?|criminals?|` +
    String.raw`population|demands?|crime|threats?|technology|technologies|inflation|funding|budget|grant|economy|society|city|county|world|future|challenges?|pressures?|success|reforms?|act|law|legislation|review|` +
    String.raw`inspectorate|regulator|workloads?|expectations|uncertainty|trends?|changes?|times?|views?|engagement|satisfaction|confidence|trust|safety|results?|benefits?|outcomes?|messages|news)\b`,
  'u',
);

/**
 * @param subject in lower case, in one line.
 * @param names of the organisation and its programmes, in lower case: a programme that has a section of its own is the organisation's.
 */
export function subjectKind(subject: string, names: readonly string[]): SubjectKind {
  const bare = subject
    .replace(/^(?:["'([]+|(?:and|but|so|also|then|here|finally|instead) )+/u, '')
    .replace(/\(.*?\)/gu, '');
  if (/^we\b.*\b(?:and|but)$|\bwe$|\bwe(?: \w+ly| also| now| therefore| all)+$/u.test(bare)) return 'we';
  if (bare === '') return 'unknown';
  if (pointing.test(bare)) return pointedWork.test(bare) ? 'own' : 'pointing';
  return named(bare, names);
}

function named(subject: string, names: readonly string[]): SubjectKind {
  const noun = headNoun(subject);
  if (works.test(noun) || (own.test(noun) && !othersFirst.test(subject))) return 'own';
  if (others.test(subject) || others.test(noun)) return 'other';
  const isKnown = names.some((name) => name.length > 3 && subject.startsWith(name));
  return isKnown || possessed.test(subject) || own.test(subject) ? 'own' : 'unknown';
}

/** The last word before what tells more of it: `teams` of "all teams in the boroughs". */
function headNoun(subject: string): string {
  const first =
    subject.split(
      /,|\s(?:of|in|at|for|to|with|from|on|across|within|between|against|who|whom|that|which|such|including|led|based|and)\b/u,
    )[0] ?? '';
  return first.trim().split(' ').at(-1) ?? '';
}

/** Whether the words, in lower case, speak of a body or a plan of the organisation. */
export function namesOwn(words: string): boolean {
  return own.test(words) && !/\bour partners?\b/u.test(words);
}
