// What a browser would make of our pages, as far as tests need it.

/** The text that stands between the tags. */
export function textContent(html: string): string {
  return unescape(html.replaceAll(/<[^>]*>/gu, ''));
}

/** Inner HTML of each element of this name. */
export function elements(html: string, name: string): string[] {
  return [...html.matchAll(new RegExp(`<${name}(?:\\s[^>]*)?>(.*?)</${name}>`, 'gsu'))].map(([, inner = '']) => inner);
}

export function attributes(html: string, name: string): string[] {
  return [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'gu'))].map(([, value = '']) => unescape(value));
}

function unescape(text: string): string {
  const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", '#13': '\r', amp: '&' };
  return text.replaceAll(/&(lt|gt|quot|#39|#13|amp);/gu, (_whole, name: string) => entities[name] ?? '');
}
