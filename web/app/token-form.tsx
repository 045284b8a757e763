import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

interface TokenProps {
  /** Whether one was given and not taken. */
  readonly wasRefused: boolean;
  readonly onToken: (token: string) => void;
}

/** Asks for the reader's access token, where the service wants one. */
export function TokenForm({ wasRefused, onToken }: TokenProps): VNode {
  const [token, setToken] = useState('');
  return (
    <form
      class="token-form card"
      onSubmit={(event) => {
        event.preventDefault();
        if (token.trim() !== '') onToken(token.trim());
      }}
    >
      <h2>Access token</h2>
      <p id="token_why">This service is for people with an access token. It is kept in this tab until you close it.</p>
      {wasRefused && (
        <p class="problem" role="alert">
          That token is not known here. Check it, or ask whoever runs this service.
        </p>
      )}
      <label for="access_token">Your token</label>
      <div class="ask-line">
        <input
          id="access_token"
          type="password"
          autocomplete="off"
          aria-describedby="token_why"
          value={token}
          onInput={(event) => setToken(event.currentTarget.value)}
        />
        <button type="submit">Continue</button>
      </div>
    </form>
  );
}
