import type { OpenSocket, SocketHandlers } from './chat-link.ts';

/**
 * A socket to the service that served the page. A browser sets no header on it, so a token goes as one more subprotocol.
 * @throws where the token cannot be one.
 */
export function openSocket(token: string | null, { onOpen, onText, onClose }: SocketHandlers): OpenSocket {
  const address = new URL('/api/chat', location.href);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = new WebSocket(address, token === null ? [] : ['bluelamp', `bearer.${token}`]);
  socket.addEventListener('open', onOpen);
  socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => typeof data === 'string' && onText(data));
  socket.addEventListener('close', ({ code }) => onClose(code));
  return { send: (text) => socket.send(text), close: () => socket.close() };
}
