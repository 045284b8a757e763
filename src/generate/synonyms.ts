// English words that say the same, or the opposite: a table of the language of plans and of irregular forms, joined with those of wordnet.ts.
// A statement may use one for another. By stem.
import { terms } from '../text/tokens.ts';
import { antonyms, sameRoot, sameSense } from './wordnet.ts';

const groups = `
recruit hire employ
reduce cut lower decrease shrink fall drop decline
increase raise boost grow rise expand improve
improve enhance better strengthen
strengthen stronger strong reinforce bolster strength
provide give offer deliver supply
deliver achieve fulfil accomplish realise implement execute
achieve reach attain meet hit
begin start launch introduce
help support assist aid
ensure make sure guarantee
create build establish set develop form generate produce
use employ utilise apply deploy
show demonstrate indicate reveal suggest reflect prove
want wish need aim seek intend hope
need require necessary
work collaborate cooperate
staff people workforce employees personnel colleagues workers
officers police constables
citizens public people residents inhabitants
crime offending offences
offenders criminals perpetrators culprits
victim survivor
important vital critical key essential crucial fundamental central integral
main chief primary principal foremost leading top
plan strategy document
fast quick rapid swift speedy quickly
tackle fight combat address confront
deal handle manage address tackle
prevent halt avert
keep maintain retain preserve continue remain stay go
understand know recognise acknowledge appreciate
tell inform say
trust confidence
confidence reassurance reassure
satisfaction satisfied
feel believe think
big large major substantial significant considerable great greater sizeable
change reform transform alter
focus concentrate prioritise priority
protect safeguard defend
safe safer safety secure security
force organisation service met body agency
area place locality location site
community neighbourhood
difficult challenging hard
challenge difficulty problem issue
free release
money funding budget finance capital
investment invest spend spending
cost expense
technology tech digital
train training coach teach educate
choose select decide
decision choice
check monitor review examine assess evaluate gauge measure judge
answer respond response reply react
share exchange
buy purchase procure
yearly annual annually
daily day
monthly month
weekly week
role job part duty responsibility function
task activity
activity action
enable allow let permit empower
target goal objective aim ambition
measure metric indicator
bring lead
lead head run
leader leadership
threat danger risk
way manner method approach means
number count total volume amount quantity
rate level proportion percentage share
outcome result
engage involve
quality standard
joint together collective
partner partnership
violence violent
find identify detect
encourage promote foster stimulate
progress advance
diverse diversity varied variety
capability ability capacity skill
opportunity chance
wellbeing welfare
serious grave severe
impact effect influence affect
listen hear
worry concern fear
view opinion
solve resolve
expect anticipate foresee
example instance
remove eliminate
receive get obtain
full complete
transparent open
connect link join
tailor adapt adjust
design shape
emphasise stress highlight underline
appropriate suitable right proper
wide broad
easy simple
outline describe explain
fair equitable just
pursue follow
additional extra
frequent regular often
behaviour conduct
evidence proof
team unit
clear plain
treat see regard view
clear clarify
several multiple various numerous many
join combine unite merge
building premises property estate
aware awareness
visible visibility seen
`;

/** Verbs whose forms have no stem in common. */
const irregular = `
become became
begin began begun
break broke broken
bring brought
build built
buy bought
catch caught
choose chose chosen
come came
deal dealt
do did done
draw drew drawn
drive drove driven
fall fell fallen
feel felt
fight fought
find found
get got gotten
give gave given
go went gone
grow grew grown
hear heard
hold held
keep kept
know knew known
lead led
learn learnt
leave left
lose lost
make made
mean meant
meet met
pay paid
rise rose risen
run ran
say said
see saw seen
seek sought
sell sold
send sent
show shown
speak spoke spoken
spend spent
stand stood
steal stole stolen
take took taken
teach taught
tell told
think thought
understand understood
win won
write wrote written
child children
man men
woman women
person people
`;

const stemsOf = (lines: string): string[][] =>
  lines
    .trim()
    .split('\n')
    .map((line) => terms(line).map(plainForm));

/** Adverbs say what their adjectives do ("particularly", "in particular"). */
function plainForm(stem: string): string {
  return stem.length > shortestAdverb ? stem.replace(/li$/u, '') : stem;
}

/** Letters of the shortest stem of an adverb, so that "rely" is none. */
const shortestAdverb = 5;

/** Forms of one verb, by each of them. */
const formsOf = new Map(stemsOf(irregular).flatMap((forms) => forms.map((form) => [form, forms] as const)));

/** Stems that stand for each other, by stem; the stem itself is among them. */
const partners = new Map<string, Set<string>>();
const common = stemsOf(`${sameSense},${sameRoot}`.replaceAll(',', '\n'));
for (const group of [...stemsOf(groups), ...common, ...formsOf.values()]) {
  const stems = group.flatMap((stem) => formsOf.get(stem) ?? [stem]);
  for (const stem of stems) partners.set(stem, new Set([...(partners.get(stem) ?? []), ...stems]));
}

/** Whether one of `stems` says the same as `stem`. */
export function isSaid(stem: string, stems: ReadonlySet<string>): boolean {
  if (stems.has(stem)) return true;
  const plain = plainForm(stem);
  if (stems.has(plain) || stems.has(`${plain}li`)) return true;
  for (const partner of partners.get(plain) ?? []) if (stems.has(partner)) return true;
  return false;
}

/** Stems of opposite meaning, by stem. */
const turned = new Map<string, Set<string>>();
for (const [one = '', other = ''] of stemsOf(antonyms.replaceAll(',', '\n'))) {
  turned.set(one, new Set([...(turned.get(one) ?? []), other]));
  turned.set(other, new Set([...(turned.get(other) ?? []), one]));
}

/** Whether one of `stems` is the opposite of `stem`, which is not among them. */
export function isTurnedRound(stem: string, stems: ReadonlySet<string>): boolean {
  if (stems.has(stem)) return false;
  for (const opposite of turned.get(plainForm(stem)) ?? []) if (stems.has(opposite)) return true;
  return false;
}
