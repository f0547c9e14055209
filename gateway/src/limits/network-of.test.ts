import { expect, it } from 'vitest';
import { networkOf } from './network-of.ts';

it.each([
	['9.9.9.9', '9.9.9.9'],
	['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
	['2001:0DB8:1:2::', '2001:db8:1:2::/64'],
	['2001:db8::1', '2001:db8:0:0::/64'],
	['::1', '0:0:0:0::/64'],
	['::', '0:0:0:0::/64'],
	['2001:db8:0:0:1::1', '2001:db8:0:0::/64'],
	['fe80::1%eth0', 'fe80::1%eth0'],
	['unknown', 'unknown'],
])('%s is of the network %s', (address, network) => {
	expect(networkOf(address)).toBe(network);
});
