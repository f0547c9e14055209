import { describe, expect, it } from 'vitest';
import type { CartContentsFragment } from '#lib/graphql/operations.generated.ts';
import type { CartChange } from './cart-change.ts';
import { isOlder, viewOf } from './cart-view.ts';

const summary = { id: 'car_1', totalQuantity: 3, updatedAt: '2026-01-01T10:00:00.000Z' };
const money = { amount: 100, currency: 'USD' as const, formatted: '$1.00' };
const line = (id: string, quantity: number) => ({
	id: `lin_${id}`,
	name: id,
	quantity,
	unitPrice: money,
	total: money,
	product: { id, handle: id, available: true, thumbnail: { url: '/t', width: 1, height: 1, alt: '' } },
});
const contents: CartContentsFragment = {
	...summary,
	currency: 'USD',
	coupon: null,
	lines: [line('a', 2), line('b', 1)],
	subtotal: money,
	discount: money,
	total: money,
	notices: [],
};
const add = (id: string, quantity: number): CartChange => ({
	kind: 'add',
	product: { id, name: id },
	quantity,
});
const set = (key: string, quantity: number): CartChange => ({ kind: 'set', key, quantity });
const quantities = (pending: CartChange[], known: CartContentsFragment | null = contents) => {
	const view = viewOf(known, summary, pending);
	return { count: view.count, lines: view.lines.map(({ key, quantity }) => [key, quantity]) };
};

describe('the cart as it is shown', () => {
	it.each<[string, CartChange[], { count: number; lines: [string, number][] }]>([
		[
			'what the server said',
			[],
			{
				count: 3,
				lines: [
					['a', 2],
					['b', 1],
				],
			},
		],
		[
			'more of a line',
			[add('a', 2)],
			{
				count: 5,
				lines: [
					['a', 4],
					['b', 1],
				],
			},
		],
		[
			'a new line at the end',
			[add('c', 1)],
			{
				count: 4,
				lines: [
					['a', 2],
					['b', 1],
					['c', 1],
				],
			},
		],
		[
			'a line’s new quantity',
			[set('b', 9)],
			{
				count: 11,
				lines: [
					['a', 2],
					['b', 9],
				],
			},
		],
		['a line less', [set('a', 0)], { count: 1, lines: [['b', 1]] }],
		[
			'several changes in their order',
			[add('c', 1), set('c', 3)],
			{
				count: 6,
				lines: [
					['a', 2],
					['b', 1],
					['c', 3],
				],
			},
		],
	])('is %s', (_, pending, shown) => {
		expect(quantities(pending)).toEqual(shown);
	});

	it('marks what is not confirmed yet', () => {
		const { lines } = viewOf(contents, summary, [set('a', 5), add('c', 1)]);
		expect(lines.map(({ pending }) => pending)).toEqual([true, false, true]);
		expect(lines[2]).toMatchObject({ id: null, total: null });
	});

	it('counts what is being added to lines that are not known', () => {
		expect(quantities([add('c', 2)], null)).toEqual({ count: 5, lines: [['c', 2]] });
		expect(viewOf(null, summary, []).known).toBe(false);
	});

	it('has no number while nothing is known', () => {
		expect(viewOf(null, null, []).count).toBeNull();
		expect(viewOf(null, null, [add('c', 2)]).count).toBe(2);
	});

	it('is known when it is empty', () => {
		expect(viewOf(null, { ...summary, totalQuantity: 0 }, [])).toEqual({ count: 0, known: true, lines: [] });
	});
});

describe('a cart that was read', () => {
	const later = { ...summary, updatedAt: '2026-01-01T10:00:01.000Z' };

	it('is older when the same cart has changed since', () => {
		expect(isOlder(summary, later)).toBe(true);
		expect(isOlder(later, summary)).toBe(false);
		expect(isOlder(summary, summary)).toBe(false);
	});

	it('is never older than another session’s', () => {
		expect(isOlder({ ...summary, id: 'car_2' }, later)).toBe(false);
		expect(isOlder(summary, null)).toBe(false);
	});
});
