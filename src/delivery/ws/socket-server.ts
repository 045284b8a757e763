// The WebSocket server, with limits on what a peer may send before it is understood.
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { largestFrame } from '../../contract/chat.ts';

/** Parts of one message, and pieces of the network that hold them: a message is sent whole by every honest client. */
const most = { fragments: 64, chunks: 4096 };

/** @param refuse answers a request whose handshake is none. */
export function createSocketServer(refuse: (socket: Duplex) => void): WebSocketServer {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: largestFrame,
    maxFragments: most.fragments,
    maxBufferedChunks: most.chunks,
    // 280 KiB for each busy connection against 32, and a p99 twelve times as long.
    perMessageDeflate: false,
    // The token that stands beside it must never be sent back.
    handleProtocols: (protocols) => (protocols.has('bluelamp') ? 'bluelamp' : false),
    clientTracking: false,
  });
  server.on('wsClientError', (_error, socket) => refuse(socket));
  return server;
}
