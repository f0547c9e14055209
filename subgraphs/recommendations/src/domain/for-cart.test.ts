import { describe, expect, it } from 'vitest';
import { diversified } from './diversify.ts';
import { forCart, type Part } from './for-cart.ts';

const part = (id: string, together: [string, number][], similar: [string, number][] = []): Part => ({
	id,
	together: new Map(together),
	similar: new Map(similar),
});

describe('recommendations for a cart', () => {
	it('come from every part of it, though one part has the better ones', () => {
		const parts = [
			part('lamp', [
				['shade', 40],
				['bulb', 40],
				['cord', 40],
			]),
			part('book', [['mark', 4]]),
		];
		const market = { orders: 1_000, sold: (id: string) => (id === 'book' ? 10 : 50) };
		const list = forCart(parts, ['shade', 'bulb', 'cord', 'mark'], market, 2);
		expect(list).toContain('mark');
		expect(list).toHaveLength(2);
	});

	it('go by likeness in a shop without orders', () => {
		const parts = [
			part(
				'a',
				[],
				[
					['b', 0.2],
					['c', 0.8],
				],
			),
		];
		expect(forCart(parts, ['x', 'b', 'c'], { orders: 0, sold: () => 0 }, 3)).toEqual(['c', 'b', 'x']);
	});

	it('bear a cart of fifty products', () => {
		const ids = Array.from({ length: 900 }, (_, i) => `p${i}`);
		const parts = ids.slice(0, 50).map((id, i) => part(id, [[ids[50 + i]!, 5]]));
		const list = forCart(parts, ids.slice(50), { orders: 1_000, sold: () => 10 }, 50);
		expect(new Set(list)).toEqual(new Set(ids.slice(50, 100)));
	});
});

describe('a diversified list', () => {
	it('is as long as asked or as there are candidates, the first of equals first', () => {
		expect(diversified([0.5, 1, 1], [], 5)).toEqual([1, 2, 0]);
		expect(diversified([1, 1], [], 1)).toEqual([0]);
		expect(diversified([], [[]], 1)).toEqual([]);
	});
});
