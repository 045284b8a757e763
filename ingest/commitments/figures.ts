// Figures in a statement: numbers in digits and in words, with what they are of.

export interface Figure {
  readonly start: number;
  readonly end: number;
  /** As written, without unit. */
  readonly value: string;
  readonly unit: string | null;
}

/** Small numbers in words. */
export const small =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred';
const scale = String.raw`(?:million|billion|thousand|bn|[mk](?![\p{L}]))`;
const digits = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;

const patterns: readonly (readonly [RegExp, (match: RegExpExecArray) => Pick<Figure, 'value' | 'unit'>])[] = [
  // 1 to 6 and 2:1 as a ratio
  [
    /\bratio of (?<value>\d+(?:\.\d+)?(?: to |:)\d+(?:\.\d+)?)/dgu,
    ({ groups }) => ({ value: groups?.['value'] ?? '', unit: 'ratio' }),
  ],
  [
    /\b(?<value>\d+(?:\.\d+)?:\d+(?:\.\d+)?)(?= ratio\b)/dgu,
    ({ groups }) => ({ value: groups?.['value'] ?? '', unit: 'ratio' }),
  ],
  [
    new RegExp(String.raw`(?<currency>[£$€])\s?(?<value>${digits})\s?(?<scale>${scale})?`, 'dgu'),
    ({ groups }) => ({
      value: groups?.['value'] ?? '',
      unit: [groups?.['currency'], groups?.['scale']].filter(Boolean).join(' '),
    }),
  ],
  [
    new RegExp(
      String.raw`(?<![\w.,£$€])(?<value>${digits})\s?(?:%|per cent\b|percent\b|percentage points?\b|pp\b)`,
      'dgu',
    ),
    ({ groups }) => ({ value: groups?.['value'] ?? '', unit: '%' }),
  ],
  [
    new RegExp(String.raw`\b(?<value>(?:${small}|one|\d+) (?:in|out of) (?:every )?(?:${small}|\d+))\b`, 'dgu'),
    ({ groups }) => ({ value: groups?.['value'] ?? '', unit: 'share' }),
  ],
  [
    /\b(?<value>one[- ](?:third|quarter|half|fifth|tenth)|(?:two|three)[- ](?:thirds|quarters|fifths)|a (?:third|quarter)|half)(?= (?:of|by|the|our)\b|[.,;]|$)/dgu,
    ({ groups }) => ({ value: groups?.['value'] ?? '', unit: 'share' }),
  ],
  [
    new RegExp(
      String.raw`(?<![\w.,:/£$€–-])(?<value>${digits})(?![\w:/%]|\.\d|,\d{3})(?=(?:-strong)? ?[\p{L}(]|[.,;)]|$| –| -)`,
      'dgu',
    ),
    ({ groups }) => ({ value: groups?.['value'] ?? '', unit: null }),
  ],
  [
    /\b(?<value>halv(?:e|ing)|doubl(?:e|ing)|trebl(?:e|ing)|tripl(?:e|ing))\b/dgu,
    ({ groups }) => ({ value: groups?.['value'] ?? '', unit: 'times' }),
  ],
  [
    new RegExp(
      String.raw`\b(?<value>${small})(?= (?:of our |new |more |additional |extra |old |off-road |outdated )*\p{L})`,
      'dgu',
    ),
    ({ groups }) => ({ value: groups?.['value'] ?? '', unit: null }),
  ],
];

/** In order; where two overlap, that of the more telling form. @param words in lower case with single spaces. */
export function figuresIn(words: string): Figure[] {
  const found: Figure[] = [];
  for (const [pattern, read] of patterns) {
    for (const match of words.matchAll(pattern)) {
      const start = match.indices?.groups?.['value']?.[0] ?? match.index;
      const figure = { start, end: match.index + match[0].length, ...read(match) };
      if (!found.some((other) => figure.start < other.end && other.start < figure.end)) found.push(figure);
    }
  }
  return found.toSorted((one, other) => one.start - other.start);
}
