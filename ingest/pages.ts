// Pages of a text whose page breaks were kept.

/** Tells the page by the form feeds before a place, counted from 1, for places in reading order; null in a text that has none. */
export function createPager(text: string): (start: number) => number | null {
  let feed = text.indexOf('\f');
  if (feed < 0) return () => null;
  let page = 1;
  return (start) => {
    for (; feed >= 0 && feed < start; feed = text.indexOf('\f', feed + 1)) page += 1;
    return page;
  };
}
