import { describe, expect, it } from 'vitest';
import { type CartChange, merged } from './cart-change.ts';

const add = (id: string, quantity: number): CartChange => ({
	kind: 'add',
	product: { id, name: id },
	quantity,
});
const set = (key: string, quantity: number): CartChange => ({ kind: 'set', key, quantity });
const coupon = (code: string | null): CartChange => ({ kind: 'coupon', code });

describe('two changes that wait', () => {
	it.each<[string, CartChange, CartChange, CartChange | undefined]>([
		['additions of one product add up', add('a', 1), add('a', 2), add('a', 3)],
		['the last quantity of a line wins', set('a', 2), set('a', 5), set('a', 5)],
		['taking a line out wins over its quantity', set('a', 2), set('a', 0), set('a', 0)],
		['an addition goes on top of a quantity', set('a', 2), add('a', 1), set('a', 3)],
		['the last coupon wins', coupon('ONE'), coupon(null), coupon(null)],
		['a quantity waits for the line that is yet to come', add('a', 1), set('a', 4), undefined],
		['different lines stay apart', add('a', 1), add('b', 1), undefined],
		['a coupon is no line', coupon('ONE'), set('a', 1), undefined],
	])('%s', (_, first, next, both) => {
		expect(merged(first, next)).toEqual(both);
	});
});
