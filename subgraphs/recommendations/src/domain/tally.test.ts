import { describe, expect, it } from 'vitest';
import { coPurchases } from './co-purchases.ts';
import { orderRecord } from './order-record.ts';
import { mayBeProductId } from './product-id.ts';
import { tally } from './tally.ts';
import { trendWeight } from './trend.ts';

describe('co-purchases', () => {
	it('are both directions of each pair, a product never with itself', () => {
		expect(coPurchases(['a', 'b', 'a'])).toEqual([
			['a', 'b'],
			['b', 'a'],
		]);
		expect(coPurchases(['a'])).toEqual([]);
	});

	it('stay few for an order of a thousand products', () => {
		expect(coPurchases(Array.from({ length: 1_000 }, (_, i) => `p${i}`)).length).toBe(30 * 29);
	});
});

describe('a tally', () => {
	const now = Date.UTC(2026, 5, 1);
	const line = (product: string, quantity: number) => ({ product, quantity });

	it('counts orders by product and by pair, and quantities for the trend', () => {
		const sums = tally(
			[
				{ order: '1', paidAt: now, lines: [line('a', 2), line('b', 1), line('a', 1)] },
				{ order: '2', paidAt: now, lines: [line('a', 1)] },
			],
			now,
		);
		expect(sums.orders).toBe(2);
		expect([...sums.sold]).toEqual([
			['a', 2],
			['b', 1],
		]);
		expect(sums.trend.get('a')).toBeCloseTo(4 * trendWeight(now));
		expect(sums.together.get('b')).toEqual(new Map([['a', 1]]));
	});

	it('takes nothing as bought in the future', () => {
		const { trend } = tally([{ order: '1', paidAt: 9e15, lines: [line('a', 1)] }], now);
		expect(trend.get('a')).toBe(trendWeight(now));
	});
});

describe('the record of an order', () => {
	it('is short, and another for each order', () => {
		const records = Array.from({ length: 10_000 }, (_, i) => orderRecord(`ord_${i}`));
		expect(new Set(records.map(({ bucket, member }) => bucket + member)).size).toBe(10_000);
		expect(new Set(records.map(({ bucket }) => bucket)).size).toBeLessThanOrEqual(4_096);
		expect(records[0]?.member).toHaveLength(12);
	});
});

describe('what may be a product id', () => {
	it.each(['prd_0123456789abcdef0123', 'a'])('is %s', (id) => expect(mayBeProductId(id)).toBe(true));
	it.each(['', 'x'.repeat(10_000), 'a:b', 'a b', '*', 'prd_\n'])('is not %j', (id) =>
		expect(mayBeProductId(id)).toBe(false),
	);
});
