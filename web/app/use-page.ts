// What the chat does to the page around it: address, title and the Escape key.
import { useEffect } from 'preact/hooks';

/** Keeps the address and the title at what is on the page. */
export function useAddress(address: string, question: string | null): void {
  useEffect(() => {
    if (`${location.pathname}${location.search}${location.hash}` === address) return;
    history.replaceState(history.state, '', address);
  }, [address]);
  useEffect(() => {
    document.title = question === null ? 'Bluelamp – ask the strategies' : `${shorten(question)} – Bluelamp`;
  }, [question]);
}

/** Characters of a question that a tab can show. */
const longestTitle = 80;

function shorten(question: string): string {
  const characters = Array.from(question.replaceAll(/\s+/gu, ' '));
  return characters.length <= longestTitle ? characters.join('') : `${characters.slice(0, longestTitle - 1).join('')}…`;
}

/** Calls it on Escape, wherever the focus is, while it is wanted. */
export function useEscape(isWanted: boolean, onEscape: () => void): void {
  useEffect(() => {
    if (!isWanted) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) onEscape();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [isWanted, onEscape]);
}
