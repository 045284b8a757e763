// What this browser keeps: its conversations by id and first question, and for one session the reader's token.

export interface EarlierConversation {
  readonly id: string;
  readonly question: string;
}

/** What is used of the browser's storage; it may be full or forbidden, and the page does without. */
export interface KeyedTexts {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const keys = { conversations: 'bluelamp.conversations', token: 'bluelamp.token' };

/** More than anyone looks through. */
const mostKept = 50;

/** The latest first. */
export function earlierConversations(texts: KeyedTexts): readonly EarlierConversation[] {
  try {
    const kept: unknown = JSON.parse(texts.getItem(keys.conversations) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isConversation).slice(0, mostKept) : [];
  } catch {
    return [];
  }
}

/** Puts a conversation first; one that is known keeps its first question. */
export function keepConversation(texts: KeyedTexts, id: string, question: string): readonly EarlierConversation[] {
  const before = earlierConversations(texts);
  const known = before.find((each) => each.id === id);
  return keep(texts, [known ?? { id, question }, ...before.filter((each) => each.id !== id)].slice(0, mostKept));
}

export function forgetConversation(texts: KeyedTexts, id: string): readonly EarlierConversation[] {
  return keep(
    texts,
    earlierConversations(texts).filter((each) => each.id !== id),
  );
}

function keep(texts: KeyedTexts, conversations: readonly EarlierConversation[]): readonly EarlierConversation[] {
  try {
    texts.setItem(keys.conversations, JSON.stringify(conversations));
  } catch {
    // Full or forbidden: the list lasts as long as the page.
  }
  return conversations;
}

export function keptToken(texts: KeyedTexts): string | null {
  try {
    return texts.getItem(keys.token);
  } catch {
    return null;
  }
}

/** @param token null forgets it. */
export function keepToken(texts: KeyedTexts, token: string | null): void {
  try {
    if (token === null) texts.removeItem(keys.token);
    else texts.setItem(keys.token, token);
  } catch {
    // Forbidden: it is asked for again when the page is loaded.
  }
}

function isConversation(value: unknown): value is EarlierConversation {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('question' in value)) return false;
  return typeof value.id === 'string' && /^[\w-]{1,64}$/u.test(value.id) && typeof value.question === 'string';
}
