import { expect, it } from 'vitest';
import { anonymousCaller, namedCaller, openOwner } from '../../src/admission/caller.ts';

it('owns what it begins under its name, and is counted under it', () => {
  expect(namedCaller('ann')).toEqual({ owner: 'ann', client: 'name ann' });
});

it('without a name shares the owner of open conversations and is counted by its address', () => {
  expect(anonymousCaller('192.0.2.7')).toEqual({ owner: openOwner, client: 'address 192.0.2.7' });
  expect(anonymousCaller(undefined).client).toBe('address unknown');
});

it.each([
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2:ffff:4:5:7', '2001:db8:1:2'],
  ['2001:db8::5', '2001:db8:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
])('%s counts as %s', (address, counted) => {
  expect(anonymousCaller(address).client).toBe(`address ${counted}`);
});
