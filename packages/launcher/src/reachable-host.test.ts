import { expect, it } from 'vitest';
import { reachableHost } from './reachable-host.ts';

it.each([
	['127.0.0.1', '127.0.0.1'],
	['0.0.0.0', '127.0.0.1'],
	['::', '127.0.0.1'],
	['::1', '[::1]'],
	['shop.local', 'shop.local'],
])('what listens on %s is reached at %s', (listening, reachable) => {
	expect(reachableHost(listening)).toBe(reachable);
});
