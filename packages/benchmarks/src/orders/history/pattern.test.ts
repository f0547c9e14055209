import { expect, test } from 'vitest';
import { fill, mentions, toPattern } from './pattern.ts';

test('a text comes back with other names in the place of the old ones', () => {
	const pattern = toPattern('orders:order:ord_abc, line oln_abc_1 of cart abc:7', ['ord_abc', 'abc', '7']);
	expect(fill(pattern, ['ord_xyz', 'xyz', '8'])).toBe('orders:order:ord_xyz, line oln_xyz_1 of cart xyz:8');
});

test('of two names at the same place the longer one is meant', () => {
	expect(fill(toPattern('abcd abc', ['abc', 'abcd']), ['1', '2'])).toBe('2 1');
});

test('a text that mentions none is left as it is', () => {
	const pattern = toPattern('orders:sequence', ['ord_abc']);
	expect(mentions(pattern)).toBe(false);
	expect(fill(pattern, ['ord_xyz'])).toBe('orders:sequence');
});
