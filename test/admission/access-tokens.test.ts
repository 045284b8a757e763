import { expect, it } from 'vitest';
import { createTokenCheck } from '../../src/admission/access-tokens.ts';

const check = createTokenCheck([
  { name: 'ann', token: 'tin-lantern' },
  { name: 'bob', token: 'wet-rope' },
  { name: 'ann', token: 'brass-lantern' },
]);

it('knows whose a token is, and two tokens may be one person’s', () => {
  expect(['tin-lantern', 'brass-lantern', 'wet-rope'].map(check)).toEqual(['ann', 'ann', 'bob']);
});

it.each([[null], [''], ['tin-lanter'], ['tin-lantern '], ['TIN-LANTERN'], ['ann:tin-lantern'], ['ann']])(
  'takes %j for nobody’s',
  (given) => {
    expect(check(given)).toBeNull();
  },
);

it('knows nobody where there is nobody', () => {
  expect(createTokenCheck([])('')).toBeNull();
});
