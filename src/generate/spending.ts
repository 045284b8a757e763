// How many tokens may be spent in a day: by everyone together, and by each reader.
import { ModelFault } from '../domain/model-fault.ts';

export interface SpendingLimits {
  /** Tokens; 0 means without limit. */
  readonly perDay: number;
  readonly perReaderAndDay: number;
}

export interface Spending {
  /**
   * Sets aside what a call may cost at most. @returns settles it: what it did cost is kept, the rest given back.
   * @throws ModelFault `spent`.
   */
  readonly reserve: (reader: string, tokens: number) => (spent: number) => void;
}

/** @param today the calendar day, which is when counting begins anew. */
export function createSpending({ perDay, perReaderAndDay }: SpendingLimits, today: () => string): Spending {
  let day = today();
  let total = 0;
  const byReader = new Map<string, number>();
  const add = (reader: string, tokens: number): void => {
    total += tokens;
    byReader.set(reader, (byReader.get(reader) ?? 0) + tokens);
  };
  return {
    reserve(reader, tokens) {
      const now = today();
      if (now !== day) {
        [day, total] = [now, 0];
        byReader.clear();
      }
      const isOver = exceeds(total + tokens, perDay) || exceeds((byReader.get(reader) ?? 0) + tokens, perReaderAndDay);
      if (isOver) throw new ModelFault('spent');
      add(reader, tokens);
      // A call that ends on the next day gives nothing back to it.
      return (spent) => void (day === now && add(reader, spent - tokens));
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
