// Takes over what the service drew for browsers without a script.
import { render } from 'preact';
import './rail.css';
import './app.css';
import { readAddress } from './address.ts';
import { readPageStart } from './page-start.ts';
import { Root } from './root.tsx';
import { keepPlace, returnToPlace } from './scroll-place.ts';

const drawn = document.getElementById('chat_app');
if (drawn) {
  const start = readPageStart(drawn);
  const address = readAddress(location.search, location.hash);
  const root = document.createElement('div');
  root.className = 'chat-root';
  drawn.after(root);
  keepPlace();
  render(
    <Root
      start={start}
      conversationId={start.conversationId ?? address.conversationId}
      onReady={() => {
        if (!drawn.isConnected) return;
        drawn.remove();
        returnToPlace();
      }}
    />,
    root,
  );
}
