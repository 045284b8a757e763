// What the page said before the chat took over: the service draws it for browsers without a script, and the chat reads it.

export interface ExampleGroup {
  readonly heading: string;
  readonly questions: readonly string[];
}

export interface PageStart {
  /** What was typed, or what a link offers. */
  readonly question: string;
  /** Whether the link was followed here, so that the question is asked as soon as it can be. */
  readonly asksOffered: boolean;
  /** Why what was asked could not be. */
  readonly problem: string | null;
  /** That the page answered already. */
  readonly conversationId: string | null;
  readonly lede: string;
  readonly examples: readonly ExampleGroup[];
  /** Whether the service wants a token. */
  readonly isLocked: boolean;
  /** Whether the reader had begun to type. */
  readonly hadFocus: boolean;
}

export function readPageStart(root: HTMLElement): PageStart {
  const field = root.querySelector('input');
  const words = (selector: string): string | null => root.querySelector(selector)?.textContent?.trim() ?? null;
  return {
    question: field?.value ?? '',
    asksOffered: root.dataset['asks'] === 'offered',
    problem: words('[role="alert"]'),
    conversationId: root.dataset['conversation'] ?? null,
    lede: words('.lede') ?? '',
    isLocked: root.dataset['locked'] === 'true',
    hadFocus: field !== null && document.activeElement === field,
    examples: [...root.querySelectorAll('.for-example section')].map((section) => ({
      heading: section.querySelector('h2')?.textContent?.trim() ?? '',
      questions: [...section.querySelectorAll('a')].map((link) => link.textContent?.trim() ?? ''),
    })),
  };
}
