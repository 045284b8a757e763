// M5: what a model says that obeys an attacker, in a real browser: no request to another host and no script, with our code and without it.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { materialOf, saying, startStandIn } from '../generate/stand-in-model.ts';
import type { Call, StandIn } from '../generate/stand-in-model.ts';
import { launchChromium, openPage } from './browser.ts';
import { ask, documentBoxes } from './chat-page.ts';
import { answerOf } from './made-up-answer.ts';
import { payloads } from './payloads.ts';
import { startService } from './real-service.ts';
import type { RealService } from './real-service.ts';
import { beginAnswer, scriptSocket } from './scripted-socket.ts';

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

/** Elements that load something or lead somewhere else, whatever the way in which the address is written. */
async function leadsAway(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.body.querySelectorAll('*')]
      .filter((element) => {
        const addresses = ['href', 'src', 'srcset', 'action', 'formaction', 'data', 'poster', 'xlink:href'].flatMap(
          (name) => element.getAttribute(name) ?? [],
        );
        const isOurs = addresses.every(
          (address) => /^[#/?]|^$/u.test(address) && new URL(address, location.href).origin === location.origin,
        );
        return (
          !isOurs ||
          (element.getAttribute('style') ?? '').includes('url') ||
          /^(?:base|meta|style|link|svg|iframe|img)$/iu.test(element.tagName)
        );
      })
      .map((element) => element.outerHTML.slice(0, 200)),
  );
}

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
      /evil|ｅｖｉｌ|еvil|javascript:|data:text|<(?:img|iframe|base|meta|style|object|form)\b/u,
    );
    expect(await leadsAway(page), exit).toEqual([]);
    if (at % 8 === 7) await page.getByRole('button', { name: 'New conversation' }).click();
  }
  expect(faults).toEqual([]);
  await close();
});

it('M5: nor where its words come to the page as they are: what shows them makes text of them, without the policy', async () => {
  const { page, context, faults, close } = await openPage(browser, { reducedMotion: 'reduce', bypassCSP: true });
  await scriptSocket(context, (told, tell) => {
    if (told.type !== 'ask') return;
    // Piece by piece, so that a mark that is not yet closed is shown as well.
    const [half, answer] = [Math.floor(words.length / 2), answerOf(words)];
    beginAnswer(told.id, words.slice(0, half), tell);
    tell({ type: 'text-delta', id: told.id, text: answer.answer.slice(half) });
    tell({ type: 'answer', id: told.id, answer });
  });
  await page.goto(service.url);
  await documentBoxes(page).first().waitFor();
  for (const [at, exit] of exits.entries()) {
    words = exit;
    const turn = await ask(page, `Where does exit ${at} lead?`);
    expect(await turn.locator('.answer-text').textContent(), exit).toContain(exit.split('\n', 1)[0]);
    expect(await leadsAway(page), exit).toEqual([]);
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
    // What would be sent if a reader pressed a button that an attacker drew, each in its turn.
    await page.evaluate(() => {
      for (const form of document.querySelectorAll<HTMLFormElement>('main form[action]:not([action^="/"])'))
        HTMLFormElement.prototype.submit.call(form);
    });
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    expect([page.url(), await page.evaluate(() => document.baseURI)]).toEqual([here, here]);
  }
  expect(faults).toEqual([]);
  await close();
});
