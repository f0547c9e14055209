import { expect, it } from 'vitest';
import { matchesGlob } from './glob.ts';

it.each([
	['*', 'anything', true],
	['', '', true],
	['a?c', 'abc', true],
	['a?c', 'ac', false],
	['h*llo', 'heeello', true],
	['*a*b*', 'xxaxxbxx', true],
	['*a*b', 'xxaxxbx', false],
	['[a-c]1', 'b1', true],
	['[^a]1', 'a1', false],
	['[^a]1', 'b1', true],
	['\\*', '*', true],
	['\\*', 'a', false],
	['[\\]]', ']', true],
	['orders.*', 'orders.1.2', true],
	['orders.', 'orders.1', false],
])('pattern %j on %j: %s', (pattern, text, expected) => {
	expect(matchesGlob(pattern, text)).toBe(expected);
});

it('is not slowed down by many stars', () => {
	expect(matchesGlob('a*'.repeat(50), 'a'.repeat(10_000).concat('b'))).toBe(true);
	expect(matchesGlob(`${'*a'.repeat(50)}c`, 'a'.repeat(10_000))).toBe(false);
});
