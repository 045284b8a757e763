// One theme over the documents as bars: small, for many stand side by side. Drawn in attributes and classes alone, so that it prints and needs no script.
import { markup } from './markup.ts';
import type { Content, Markup } from './markup.ts';

export interface Bar {
  /** Beneath the bar: the document's first year, or its place in the order. */
  readonly label: string;
  /** For who cannot see the bars: the document's name. */
  readonly name: string;
  readonly value: number;
  /** Whether the document is too short for its rate to mean much. */
  readonly isShort: boolean;
}

/** In units of the drawing. */
const size = { width: 260, height: 118, top: 18, floor: 94, gap: 0.28 };
/** More bars than this have no room for words. */
const mostLabels = 9;

/** @param id unique on the page. */
export function renderThemeChart(id: string, name: string, bars: readonly Bar[]): Markup {
  const scale = Math.max(...bars.filter(({ isShort }) => !isShort).map(({ value }) => value), 0.1);
  const summary = bars.map((bar) => `${bar.name}: ${bar.value === 0 ? 'not found' : formatRate(bar.value)}`).join('; ');
  return markup`<svg class="theme-chart" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-labelledby="${id}_name" aria-describedby="${id}_values">
<title id="${id}_name">${name}, per 1,000 words</title>
<desc id="${id}_values">${summary}</desc>
<line class="floor" x1="0" y1="${size.floor}" x2="${size.width}" y2="${size.floor}"/>
${bars.map((bar, index) => renderBar(bar, { index, count: bars.length, scale }))}</svg>`;
}

interface Place {
  readonly index: number;
  readonly count: number;
  /** Rate of the highest bar. */
  readonly scale: number;
}

function renderBar({ label, value, isShort }: Bar, { index, count, scale }: Place): Content {
  const step = size.width / Math.max(1, count);
  const width = step * (1 - size.gap);
  const x = index * step + (step - width) / 2;
  // The rate of a few hundred words may be beyond the scale of the others.
  const height = Math.min(1, value / scale) * (size.floor - size.top);
  const middle = round(x + width / 2);
  const y = size.floor - height;
  return markup`${
    value > 0 &&
    markup`<rect class="bar${isShort && ' short'}" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"/>
`
  }${
    count <= mostLabels &&
    markup`<text class="value" x="${middle}" y="${round(y - 5)}">${value === 0 ? '–' : formatRate(value)}</text>
<text class="year" x="${middle}" y="${size.height - 8}">${label}</text>
`
  }`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** `4.7`; what is more than nothing is never written as nothing. */
export function formatRate(rate: number): string {
  return rate > 0 && rate < 0.05 ? '<0.1' : rate.toFixed(1);
}
