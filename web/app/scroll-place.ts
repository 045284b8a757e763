// Back returns to the same place. The browser would look for it before the conversation is there.

const key = 'bluelamp.place';

interface Place {
  readonly address: string;
  readonly top: number;
}

/** Notes where the page stands when it is left. */
export function keepPlace(): void {
  history.scrollRestoration = 'manual';
  addEventListener('pagehide', () => {
    const place: Place = { address: addressOf(), top: scrollY };
    try {
      sessionStorage.setItem(key, JSON.stringify(place));
    } catch {
      // Full or forbidden: the page begins at its top.
    }
  });
}

/** Goes there, where the page was left and returned to. */
export function returnToPlace(): void {
  const [navigation] = performance.getEntriesByType('navigation');
  const isReturn = navigation instanceof PerformanceNavigationTiming && navigation.type !== 'navigate';
  const place = isReturn ? keptPlace() : null;
  if (place?.address === addressOf()) scrollTo({ top: place.top, behavior: 'instant' });
}

/** Without the open source, which changes nothing of the place. */
function addressOf(): string {
  return location.pathname + location.search;
}

function keptPlace(): Place | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('address' in kept) || !('top' in kept)) return null;
    const { address, top } = kept;
    return typeof address === 'string' && typeof top === 'number' ? { address, top } : null;
  } catch {
    return null;
  }
}
