// Which `Host` and `Origin` are ours. A page of another site whose name was rebound to our address must get nothing, and
// may not post to us through a reader's browser either. Pure, so that it is tested without a socket.

const loopbackNames = ['localhost', '127.0.0.1', '[::1]'];
const hostPattern = /^(?<name>\[[0-9a-f:.]+\]|[a-z0-9_-]+(?:\.[a-z0-9_-]+)*)(?::\d{1,5})?$/u;

/** Whether `host` (a `Host` header) names us. Any port will do: a forwarded port is still ours, and rebinding cannot forge a name. */
export function isOurHost(host: string, publicHosts: readonly string[]): boolean {
  const name = nameOf(host);
  if (name === null) return false;
  return loopbackNames.includes(name) || publicHosts.some((ours) => nameOf(ours) === name);
}

/** Whether `origin` (an `Origin` header) is a page that this very `host` serves. Another port is foreign, and so is `null`. */
export function isOurOrigin(origin: string, host: string): boolean {
  const from = /^https?:\/\/(?<host>[^/]+)$/u.exec(origin.toLowerCase())?.groups?.['host'];
  return from === host.toLowerCase();
}

function nameOf(host: string): string | null {
  return hostPattern.exec(host.toLowerCase())?.groups?.['name'] ?? null;
}
