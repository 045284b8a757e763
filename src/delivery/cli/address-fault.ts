import { once } from 'node:events';
import { createServer } from 'node:net';

export interface Address {
  readonly host: string;
  readonly port: number;
}

/** Why nothing can listen there, as the system's code, such as `EADDRINUSE`; null when something can. */
export async function faultOfAddress({ host, port }: Address): Promise<string | null> {
  const server = createServer();
  try {
    server.listen(port, host);
    await once(server, 'listening');
    return null;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
  } finally {
    server.close();
  }
}
