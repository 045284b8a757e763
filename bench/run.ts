// The figures of a machine, printed as Markdown. Needs a built index.
// Usage: npm run bench                                   everything, in a short form
//        npm run bench -- asks --seconds 600 --rate 50   one part: turns, asks, saturation, overload, sockets, slack, streams, worded, page, ingest, start, scale
//        npm run bench -- sockets --sessions 1000 --seconds 600
//        npm run bench -- streams --streams 100 --rounds 2
//        npm run bench -- worded --worse                 and which answers the wording makes worse
//        npm run bench -- scale --passages 100000 --exact
import { parseArgs } from 'node:util';
import { measureOpenArrivals, measureOverload, measureSaturation } from './asks.ts';
import { measureIngest, measureStart } from './lifecycle.ts';
import { describeMachine } from './report.ts';
import { measurePage } from './page.ts';
import { measureScale } from './scale.ts';
import { measureSlackBursts } from './slack-bursts.ts';
import { measureSockets } from './sockets.ts';
import { measureStreams } from './streams.ts';
import { measureTurns } from './turns.ts';
import { measureWorded } from './worded.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '60' },
    rate: { type: 'string', default: '50' },
    sessions: { type: 'string', default: '1000' },
    streams: { type: 'string', default: '100' },
    rounds: { type: 'string', default: '2' },
    passages: { type: 'string', default: '10000' },
    exact: { type: 'boolean', default: false },
    worse: { type: 'boolean', default: false },
  },
});
const seconds = wholeNumber('seconds');
const parts = {
  turns: measureTurns,
  asks: () => measureOpenArrivals({ perSecond: wholeNumber('rate'), seconds }),
  saturation: () => measureSaturation({ seconds: Math.min(seconds, 30) }),
  overload: () => measureOverload({ seconds: Math.min(seconds, 120) }),
  sockets: () => measureSockets({ sessions: wholeNumber('sessions'), seconds }),
  slack: measureSlackBursts,
  streams: () => measureStreams({ streams: wholeNumber('streams'), rounds: wholeNumber('rounds') }),
  worded: () => measureWorded({ tellsWorse: values.worse }),
  page: measurePage,
  start: measureStart,
  ingest: measureIngest,
  scale: () => measureScale({ sizes: [wholeNumber('passages')], graph: !values.exact }),
};

const known = Object.entries(parts);
const unknown = positionals.find((name) => !known.some(([part]) => part === name));
if (unknown !== undefined)
  throw new Error(`${unknown} is no part of the benchmark. There are: ${Object.keys(parts).join(', ')}.`);

console.log(describeMachine());
for (const [name, measure] of known) if (positionals.length === 0 || positionals.includes(name)) await measure();

function wholeNumber(name: keyof typeof values): number {
  const value = Number(values[name]);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} must be a whole number of at least 1.`);
  return value;
}
