import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { LinkState } from './chat-link.ts';

interface BannerProps {
  readonly state: LinkState;
  readonly isBusy: boolean;
}

/** Milliseconds for which a connection that is back is told of. */
const toldFor = 4000;

/** Tells of a lost connection, and of its return. The region is always there, for a region that appears is not read out. */
export function LinkBanner({ state, isBusy }: BannerProps): VNode {
  const [wasLost, setWasLost] = useState(false);
  useEffect(() => {
    if (state === 'lost') setWasLost(true);
    if (state !== 'open') return undefined;
    const timer = setTimeout(() => setWasLost(false), toldFor);
    return () => clearTimeout(timer);
  }, [state]);
  return (
    <p class="link-banner" role="status">
      {state === 'lost' && (
        <span>
          Connection lost. Trying again…
          {isBusy && ' Your question is kept and asked as soon as the connection is back.'}
        </span>
      )}
      {(state === 'open' || state === 'requests') && wasLost && <span class="mended">Connected again.</span>}
    </p>
  );
}
