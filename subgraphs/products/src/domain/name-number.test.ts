import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nameNumber } from './name-number.ts';
import { sortKeys } from './product-order.ts';

const keyOf = (name: string) => sortKeys({ id: 'prd_1', name, price: 1, createdAt: 1, sequence: 1 }).nameKey;

it('orders names as their keys do, as far as it reaches', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
			const [a, b] = [keyOf(one), keyOf(other)];
			if (nameNumber(a) < nameNumber(b)) expect(a < b).toBe(true);
			if (a.slice(0, 10) < b.slice(0, 10)) expect(nameNumber(a)).toBeLessThanOrEqual(nameNumber(b));
		}),
	);
});

it('tells names apart within their first letters and stays exact', () => {
	const names = ['', '0', 'a', 'a b', 'aa', 'ab', 'mountain', 'mountains', 'z', 'é', 'zz top', '山'];
	const numbers = names.map((name) => nameNumber(keyOf(name)));
	expect(new Set(numbers).size).toBeGreaterThan(names.length - 2);
	expect(nameNumber('~'.repeat(20))).toBeLessThan(2 ** 53);
	expect(nameNumber('aaaaaaaaab') - nameNumber('aaaaaaaaaa')).toBe(1);
});
