import { money } from '@infinite-blob/money/money';
import { describe, expect, it } from 'vitest';
import type { Cart } from './cart.ts';
import type { Coupon } from './coupon.ts';
import { priceCart } from './priced-cart.ts';
import { noticesAfter, settle } from './settle.ts';

const line = {
	id: 'lin_1',
	productId: 'p1',
	name: 'Moon Night',
	unitPrice: 1999,
	quantity: 3,
	addedAt: 0,
} as const;
const cart: Cart = { id: 'crt_1', version: 1, currency: 'USD', lines: [line], coupon: null, updatedAt: 0 };
const quote = { name: 'Moon Night', price: 1999, available: true };
const fiveOff: Coupon = {
	code: 'BLOB5',
	kind: 'fixed',
	amount: 500,
	minimum: 3000,
	expiresAt: null,
	usageLimit: null,
	oncePerCustomer: false,
};

describe('a priced cart', () => {
	it('multiplies and sums after rounding the unit prices in its currency', () => {
		const priced = priceCart({ ...cart, currency: 'JPY' }, new Map([['p1', quote]]), undefined, 0);
		expect(priced.lines[0]).toMatchObject({ unitPrice: money(3028, 'JPY'), total: money(9084, 'JPY') });
		expect(priced.subtotal).toEqual(money(9084, 'JPY'));
	});

	it('has the prices last shown while the catalogue is away, without notices', () => {
		const priced = priceCart(cart, new Map(), undefined, 0);
		expect(priced).toMatchObject({ total: money(5997, 'USD'), notices: [] });
		expect(priced.lines[0]?.available).toBe(true);
	});

	it('says when a price changed, and charges the new one', () => {
		const priced = priceCart(cart, new Map([['p1', { ...quote, price: 2500 }]]), undefined, 0);
		expect(priced.total).toEqual(money(7500, 'USD'));
		expect(priced.notices).toEqual([
			{ code: 'PRICE_CHANGED', lineId: 'lin_1', message: '“Moon Night” now costs $25.00; it was $19.99.' },
		]);
	});

	it.each([null, { ...quote, available: false }])('says when a product is no longer sold (%j)', (gone) => {
		const priced = priceCart(cart, new Map([['p1', gone]]), undefined, 0);
		expect(priced.notices).toMatchObject([{ code: 'PRODUCT_UNAVAILABLE', lineId: 'lin_1' }]);
		expect(priced.lines[0]).toMatchObject({
			available: false,
			name: 'Moon Night',
			unitPrice: money(1999, 'USD'),
		});
		expect(priced.total).toEqual(money(5997, 'USD'));
	});

	it('has its coupon taken off', () => {
		const priced = priceCart({ ...cart, coupon: 'BLOB5' }, new Map(), fiveOff, 0);
		expect(priced).toMatchObject({ coupon: 'BLOB5', discount: money(500, 'USD'), total: money(5497, 'USD') });
	});

	it.each([
		['does not hold', { ...fiveOff, minimum: 9000 }],
		['does not exist any more', undefined],
	])('says when its coupon %s', (_, coupon) => {
		const priced = priceCart({ ...cart, coupon: 'BLOB5' }, new Map(), coupon, 0);
		expect(priced).toMatchObject({ coupon: null, discount: money(0, 'USD') });
		expect(priced.notices).toMatchObject([{ code: 'COUPON_REMOVED', lineId: null }]);
	});
});

describe('settling a cart', () => {
	const quotes = new Map([['p1', { ...quote, price: 2500 }]]);

	it('keeps what is shown', () => {
		const shown = { ...cart, coupon: 'BLOB5' };
		const settled = settle(shown, priceCart(shown, quotes, undefined, 0), quotes);
		expect(settled.lines[0]?.unitPrice).toBe(2500);
		expect(settled.coupon).toBeNull();
		expect(priceCart(settled, quotes, undefined, 0).notices).toEqual([]);
	});

	it('leaves a cart alone in which nothing changed', () => {
		const same = new Map([['p1', quote]]);
		expect(settle(cart, priceCart(cart, same, undefined, 0), same)).toBe(cart);
	});

	it('shows what it settled once more, unless the line is gone', () => {
		const { notices } = priceCart(cart, quotes, undefined, 0);
		const after = priceCart(
			settle(cart, priceCart(cart, quotes, undefined, 0), quotes),
			quotes,
			undefined,
			0,
		);
		expect(noticesAfter(notices, after)).toEqual(notices);
		expect(noticesAfter(notices, { ...after, lines: [] })).toEqual([]);
	});
});
