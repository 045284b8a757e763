// Which source is open. The address holds it, so that Back closes it, and returns to it from the document.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { readAddress } from './address.ts';
import type { OpenSource } from './address.ts';
import { markerId } from './citation-marker.tsx';

export interface SourceControl {
  readonly source: OpenSource | null;
  readonly open: (turn: number, n: number) => void;
  /** Focus returns to the source's number. */
  readonly close: () => void;
}

/** @param addressOf the page's address with this source open. */
export function useSource(addressOf: (source: OpenSource | null) => string): SourceControl {
  const [source, setSource] = useState<OpenSource | null>(() => readAddress(location.search, location.hash).source);
  const shown = useRef(source);
  shown.current = source;
  const open = useCallback(
    (turn: number, n: number): void => {
      const next = { turn, n };
      const address = addressOf(next);
      if (shown.current) history.replaceState(history.state, '', address);
      else history.pushState({ opened: true }, '', address);
      setSource(next);
    },
    [addressOf],
  );
  const close = useCallback((): void => {
    const { current } = shown;
    if (!current) return;
    setSource(null);
    focusMarker(current);
    if (wasPushed(history.state)) history.back();
    else history.replaceState(null, '', addressOf(null));
  }, [addressOf]);
  useEffect(() => {
    const onPop = (): void => {
      const { current } = shown;
      const next = readAddress(location.search, location.hash).source;
      if (current && !next) focusMarker(current);
      setSource(next);
    };
    addEventListener('popstate', onPop);
    return () => removeEventListener('popstate', onPop);
  }, []);
  return { source, open, close };
}

function wasPushed(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'opened' in state;
}

function focusMarker({ turn, n }: OpenSource): void {
  document.getElementById(markerId(turn, n))?.focus({ preventScroll: true });
}
