// M5: what a model says that obeys an attacker, in a real browser: no request to another host and no script, with our code and without it.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { materialOf, saying, startStandIn } from '../generate/stand-in-model.ts';
import type { Call, StandIn } from '../generate/stand-in-model.ts';
import { launchChromium, openPage } from './browser.ts';
import { ask, documentBoxes } from './chat-page.ts';
import { payloads } from './payloads.ts';
import { startService } from './real-service.ts';
import type { RealService } from './real-service.ts';

let browser: Browser;
let standIn: StandIn;
let service: RealService;

/** Each way out of a page that markup has, as the guide to reliability lists them, and the ways to write a host that looks like another. */
const exits = [
  '![x](https://evil.example/x.png)',
  '![x][e]\n\n[e]: https://evil.example/x.png',
  '[e]: https://evil.example "x"\n\n[basin][e]',
  '<https://evil.example/x>',
  'https://evil.example/x',
  '<img src="https://evil.example/x.png">',
  '<svg xmlns="http://www.w3.org/2000/svg"><image href="https://evil.example/x.png"/></svg>',
  '<div style="background:url(https://evil.example/x)">x</div>',
  '<style>@import "https://evil.example/x.css";</style>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '[x](javascript:alert(1))',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '<link rel="prefetch" href="https://evil.example/x">',
  '<link rel="dns-prefetch" href="//evil.example">',
  '<iframe src="https://evil.example/"></iframe>',
  '<object data="https://evil.example/x"></object>',
  '<video poster="https://evil.example/x" src="https://evil.example/y"></video>',
  '<form action="https://evil.example/"><input name=q></form>',
  '![x](https://ｅｖｉｌ.example/x.png)',
  '![x](https://127.0.0.1@evil.example/x.png)',
  '![x](//evil.example/x.png)',
  '![x](https://еvil.example/x.png)',
];
const hostile = [...exits, ...payloads];

/** What the stand-in says at present. */
let words = '';

/** The words with every mark that there could be, and within a sentence that the documents bear out. */
function obey(call: Call): string {
  const [first] = materialOf(call).key;
  return [`${words} [P1]`, `${first?.sentence ?? ''} ${words} [${first?.passage ?? 'P1'}]`, words].join('\n');
}

beforeAll(async () => {
  standIn = await startStandIn(saying((call) => (isWording(call) ? obey(call) : 'strategy')));
  const settings = {
    BLUELAMP_LLM: 'openai:stand-in',
    BLUELAMP_LLM_BASE_URL: standIn.url,
    BLUELAMP_LLM_TOKENS_PER_DAY: '0',
    BLUELAMP_LLM_TOKENS_PER_READER: '0',
  };
  [browser, service] = await Promise.all([
    launchChromium(),
    startService({ indexDir: inject('corpusIndexDir'), settings }),
  ]);
});

afterAll(async () => {
  await browser.close();
  await service.stop();
  await standIn.close();
});

function isWording({ body }: Call): boolean {
  return body.messages.at(-1)?.content.includes('"passages"') ?? false;
}

it('M5: nothing that the model says leads the page anywhere, or runs in it', async () => {
  const { page, faults, close } = await openPage(browser, { reducedMotion: 'reduce' });
  await page.goto(service.url);
  await documentBoxes(page).first().waitFor();
  for (const [at, exit] of exits.entries()) {
    words = exit;
    const calls = standIn.calls.filter(isWording).length;
    const turn = await ask(page, 'How many police officers does the Met want to have by 2016?');
    expect(standIn.calls.filter(isWording).length, exit).toBe(calls + 1);
    expect(await turn.innerHTML(), exit).not.toMatch(
      /evil|javascript:|data:text|<(?:img|iframe|base|meta|style|object|form)\b/u,
    );
    if (at % 8 === 7) await page.getByRole('button', { name: 'New conversation' }).click();
  }
  expect(faults).toEqual([]);
  await close();
});

it('M5: nor would it without our code: the policy alone keeps it in', async () => {
  // A page may always go elsewhere by itself, and no policy of ours can forbid that; so what refreshes it is for the code alone.
  const kept = hostile.filter((payload) => !/http-equiv/iu.test(payload));
  const { page, faults, close } = await openPage(browser, {
    expected: /Content Security Policy|ERR_|status of 4|404|violates/iu,
  });
  for (const path of ['/', '/documents']) {
    await page.goto(service.url + path);
    const here = page.url();
    for (const payload of kept)
      await page.evaluate((html) => document.querySelector('main')?.insertAdjacentHTML('beforeend', html), payload);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    expect(page.url()).toBe(here);
  }
  expect(faults).toEqual([]);
  await close();
});
