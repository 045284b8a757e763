// "Officers' pay", "the mental health of staff": documents of an organisation speak of pay and of mental health, and mean its people's
// without saying so each time. Whether they speak of it is asked of the thing itself.
import { terms } from '../text/tokens.ts';

const people = String.raw`(?:officer|employee|worker|colleague|cop|copper|constable|sergeant|detective|manager|member|volunteer|engineer|nurse|teacher)`;
const whose = String.raw`(?:(?:our|the|its|their|met|police|frontline|front-line|all)\s+)*`;
const before = new RegExp(
  String.raw`\b${whose}(?:${people}s?['’]s?|staff['’]?s?['’]|staff['’]s|personnel['’]s|workforce['’]s|people['’]s)\s+(?=\p{L})`,
  'giu',
);
const after = new RegExp(
  String.raw`\s+(?:of|for|among|amongst)\s+${whose}(?:${people}s|staff|personnel|(?:the )?workforce)\b(?!\s+[\p{L}\p{N}])`,
  'giu',
);

/** The thing alone, where it is said to be that of the people who work there; the topic itself where nothing else would be left. */
export function withoutPossessor(topic: string): string {
  const thing = topic.replaceAll(before, '').replaceAll(after, '').trim();
  return terms(thing).length > 0 ? thing : topic;
}
