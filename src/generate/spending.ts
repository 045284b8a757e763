// How many tokens may be spent in a day: by everyone together, and by each reader.
import { ModelFault } from '../domain/model-fault.ts';
import type { SpentTokens } from '../ports.ts';

export interface SpendingLimits {
  /** Tokens; 0 means without limit. */
  readonly perDay: number;
  readonly perReaderAndDay: number;
}

/** What was counted before this process began, and where what it counts is told so that the next one knows. */
export interface SpendingRecord {
  readonly before: readonly SpentTokens[];
  readonly accountOf: (reader: string) => string;
  /** Nobody waits for it. */
  readonly keep: (spent: SpentTokens) => void;
}

export interface SpendingParts {
  readonly limits: SpendingLimits;
  /** The calendar day, which is when counting begins anew. */
  readonly today: () => string;
  /** Null where counting ends with the process. */
  readonly record: SpendingRecord | null;
}

export interface Spending {
  /**
   * Sets aside what a call may cost at most. @returns settles it: what it did cost is kept, the rest given back.
   * @throws ModelFault `spent`.
   */
  readonly reserve: (reader: string, tokens: number) => (spent: number) => void;
}

/** Counts tokens of the calendar day, beginning with what the record holds of it. */
export function createSpending({ limits: { perDay, perReaderAndDay }, today, record }: SpendingParts): Spending {
  let day = today();
  let total = 0;
  const byAccount = new Map<string, number>();
  const count = ({ account, tokens }: SpentTokens): void => {
    total += tokens;
    byAccount.set(account, (byAccount.get(account) ?? 0) + tokens);
  };
  for (const spent of record?.before ?? []) if (spent.day === day) count(spent);
  const add = (spent: SpentTokens): void => {
    count(spent);
    record?.keep(spent);
  };
  return {
    reserve(reader, tokens) {
      const now = today();
      if (now !== day) {
        [day, total] = [now, 0];
        byAccount.clear();
      }
      const account = record?.accountOf(reader) ?? reader;
      const ofReader = byAccount.get(account) ?? 0;
      if (exceeds(total + tokens, perDay) || exceeds(ofReader + tokens, perReaderAndDay)) throw new ModelFault('spent');
      add({ day: now, account, tokens });
      // A call that ends on the next day gives nothing back to it.
      return (spent) => void (day === now && add({ day: now, account, tokens: spent - tokens }));
    },
  };
}

function exceeds(tokens: number, limit: number): boolean {
  return limit > 0 && tokens > limit;
}

/** Characters of a token, on the low side, so that more is counted than is spent. */
const charactersOfToken = 3;

/** Tokens that a text takes at most, as a rule; a count of the model's own would need its vocabulary. */
export function tokensOf(text: string): number {
  return Math.ceil(text.length / charactersOfToken);
}
