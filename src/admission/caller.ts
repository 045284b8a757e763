// On whose behalf something is asked: who owns its conversations, and whose share of the service it uses.
import { isIPv6 } from 'node:net';

export interface Caller {
  /** Owner of the conversations that it begins: the name of its token. */
  readonly owner: string;
  /** What its limits are counted under. */
  readonly client: string;
}

/** Owner of every conversation of a service without tokens; no token can have this name. */
export const openOwner = '(open)';

export function namedCaller(name: string): Caller {
  return { owner: name, client: `name ${name}` };
}

/** @param address of the peer of the connection itself; what a client says of its address in a header is not believed. */
export function anonymousCaller(address: string | undefined): Caller {
  return { owner: openOwner, client: `address ${address === undefined ? 'unknown' : networkOf(address)}` };
}

/** One IPv6 household or machine has the 2⁶⁴ addresses of a prefix, and could otherwise be as many clients. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(?<v4>\d+\.\d+\.\d+\.\d+)$/iu.exec(address)?.groups?.['v4'];
  if (mapped !== undefined) return mapped;
  return isIPv6(address) ? prefixOf(address) : address;
}

function prefixOf(address: string): string {
  const [head = '', tail] = address.split('%', 1).join('').split('::');
  const groups = head.split(':').filter((group) => group !== '');
  // What `::` leaves out is zeros, at least as many as are wanting to the prefix of four groups.
  const filled = tail === undefined ? groups : [...groups, '0', '0', '0', '0'];
  return filled.slice(0, 4).join(':');
}
