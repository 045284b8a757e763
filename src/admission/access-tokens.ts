// Who a caller is, by the token that it sends.
import { createHash, timingSafeEqual } from 'node:crypto';

/** Several tokens may bear one name, so that a token can be replaced while its holders still change over. */
export interface NamedToken {
  readonly name: string;
  readonly token: string;
}

/** The name that a token belongs to; null for every other text, and for none. */
export type TokenCheck = (given: string | null) => string | null;

/** Compares with every token, whole, so that the time tells nothing of how near a guess was. */
export function createTokenCheck(tokens: readonly NamedToken[]): TokenCheck {
  const known = tokens.map(({ name, token }) => ({ name, digest: digestOf(token) }));
  return (given) => {
    const digest = digestOf(given ?? '');
    const holders = known.filter((each) => timingSafeEqual(each.digest, digest));
    return given === null ? null : (holders[0]?.name ?? null);
  };
}

/** Digests are of one length, which the comparison needs, and hide that of the token. */
function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
