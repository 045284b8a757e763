// English words that say the same in the language of plans; a statement may use one for another. By stem.
import { terms } from '../text/tokens.ts';

const groups = `
recruit hire employ
reduce cut lower decrease shrink fall drop decline
increase raise boost grow rise expand improve
provide give offer deliver supply
begin start launch introduce
help support assist aid
ensure make sure guarantee
create build establish set develop form
use employ utilise apply
show demonstrate indicate reveal suggest
want wish need aim seek intend
work collaborate cooperate
staff people workforce employees personnel colleagues
officers police constables
citizens public people residents
crime offending
offenders criminals perpetrators
victim survivor
important vital critical key essential crucial
plan strategy document
fast quick rapid swift speedy
tackle fight combat address confront
prevent halt
keep maintain retain preserve continue
understand know
tell inform say
trust confidence
big large major substantial
change reform transform alter
focus concentrate prioritise priority
protect safeguard
force organisation service met
area place locality
difficult challenging hard
free release
money funding budget finance
technology tech digital
train training coach
choose select decide
check monitor review examine
answer respond response reply
share exchange
buy purchase procure
yearly annual annually
daily day
monthly month
weekly week
role job
task activity
enable allow let
target goal objective aim ambition
measure metric indicator
bring lead
threat danger risk
`;

/** Stems that stand for each other, by stem; the stem itself is among them. */
const partners = new Map<string, Set<string>>();
for (const group of groups.trim().split('\n')) {
  const stems = terms(group);
  for (const stem of stems) partners.set(stem, new Set([...(partners.get(stem) ?? []), ...stems]));
}

/** Whether one of `stems` says the same as `stem`. */
export function isSaid(stem: string, stems: ReadonlySet<string>): boolean {
  if (stems.has(stem)) return true;
  for (const partner of partners.get(stem) ?? []) if (stems.has(partner)) return true;
  return false;
}
