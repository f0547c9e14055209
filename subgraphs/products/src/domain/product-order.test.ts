import { describe, expect, it } from 'vitest';
import { sortKeys } from './product-order.ts';

const product = { id: 'prd_1', name: 'Moon', price: 900, createdAt: Date.UTC(2026, 0, 1), sequence: 7 };
const keyOf = (change: Partial<typeof product>) => sortKeys({ ...product, ...change });

describe('sort keys', () => {
	it('follow the price and the time, and then the sequence', () => {
		expect(keyOf({ price: 901, sequence: 1 }).priceKey).toBeGreaterThan(keyOf({ sequence: 1e6 }).priceKey);
		expect(keyOf({ sequence: 8 }).priceKey).toBeGreaterThan(keyOf({}).priceKey);
		expect(keyOf({ createdAt: product.createdAt + 1, sequence: 1 }).newestKey).toBeGreaterThan(
			keyOf({ sequence: 2_000 }).newestKey,
		);
	});

	it('stay exact for the highest price and a distant time', () => {
		const { priceKey, newestKey } = keyOf({
			price: 100_000_000,
			createdAt: Date.UTC(2099, 0, 1),
			sequence: 2 ** 26 - 1,
		});
		expect(Number.isSafeInteger(priceKey)).toBe(true);
		expect(Number.isSafeInteger(newestKey)).toBe(true);
	});

	it('sort names whatever their case and accents, and letters of other scripts after z', () => {
		const names = ['Zebra', 'école', 'Eclair', 'moon night', 'Moon', '月', 'Ωmega'];
		const sorted = names.toSorted((a, b) =>
			keyOf({ name: a }).nameKey < keyOf({ name: b }).nameKey ? -1 : 1,
		);
		expect(sorted).toEqual(['Eclair', 'école', 'Moon', 'moon night', 'Zebra', 'Ωmega', '月']);
	});

	it('tell products of one name apart', () => {
		expect(keyOf({ id: 'prd_2' }).nameKey > keyOf({}).nameKey).toBe(true);
	});
});
