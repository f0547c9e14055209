import { describe, expect, it } from 'vitest';
import { type Cart, emptyCart } from './cart.ts';
import { addProduct, clearCart, removeLine, setCurrency, setQuantity } from './cart-changes.ts';

const now = 1_000;
const quote = { name: 'Moon Night', price: 1200, available: true };

function add(cart: Cart, productId: string, quantity = 1): Cart {
	return addProduct(cart, { productId, quote, quantity, lineId: `lin_${productId}`, now });
}

const empty = emptyCart('crt_1', now);
const one = add(empty, 'p1', 2);

describe('a cart', () => {
	it('takes a product with the name and price it is shown with', () => {
		expect(one.lines).toEqual([
			{ id: 'lin_p1', productId: 'p1', name: 'Moon Night', unitPrice: 1200, quantity: 2, addedAt: now },
		]);
	});

	it('adds more of a product to its line', () => {
		expect(add(one, 'p1', 3).lines.map((line) => line.quantity)).toEqual([5]);
	});

	it.each([0, -1, 1.5, 100, 1000])('refuses a quantity of %s', (quantity) => {
		expect(() => add(empty, 'p1', quantity)).toThrow(
			expect.objectContaining({ code: 'INVALID_QUANTITY', field: 'quantity' }),
		);
		expect(() => setQuantity(one, 'lin_p1', quantity)).toThrow(
			expect.objectContaining({ code: 'INVALID_QUANTITY' }),
		);
	});

	it('holds up to 99 of one product', () => {
		expect(add(one, 'p1', 97).lines[0]?.quantity).toBe(99);
		expect(() => add(one, 'p1', 98)).toThrow(expect.objectContaining({ code: 'INVALID_QUANTITY' }));
	});

	it('holds up to 50 products, and takes more of one it has even then', () => {
		let full = empty;
		for (let index = 0; index < 50; index++) full = add(full, `p${index}`);
		expect(() => add(full, 'p50')).toThrow(expect.objectContaining({ code: 'CART_FULL' }));
		expect(add(full, 'p7').lines[7]?.quantity).toBe(2);
	});

	it('refuses what does not exist and what is no longer sold', () => {
		const addition = { productId: 'p1', quantity: 1, lineId: 'lin_1' as const, now };
		expect(() => addProduct(empty, { ...addition, quote: null })).toThrow(
			expect.objectContaining({ code: 'PRODUCT_NOT_FOUND', field: 'productId' }),
		);
		expect(() => addProduct(empty, { ...addition, quote: { ...quote, available: false } })).toThrow(
			expect.objectContaining({ code: 'PRODUCT_UNAVAILABLE', field: 'productId' }),
		);
	});

	it('never comes to more than an amount can say', () => {
		const dear = { ...quote, price: 99_999_99 };
		const addition = { productId: 'p1', quote: dear, quantity: 99, lineId: 'lin_1' as const, now };
		expect(() => addProduct(empty, addition)).toThrow(expect.objectContaining({ code: 'INVALID_QUANTITY' }));
	});

	it('refuses to change a line it does not have', () => {
		const fault = expect.objectContaining({ code: 'LINE_NOT_FOUND', field: 'lineId' });
		expect(() => setQuantity(one, 'lin_x', 1)).toThrow(fault);
		expect(() => removeLine(one, 'lin_x')).toThrow(fault);
	});

	it('loses its lines and its coupon when cleared, not its currency', () => {
		const cleared = clearCart({ ...setCurrency(one, 'JPY'), coupon: 'BLOB5' });
		expect(cleared).toMatchObject({ lines: [], coupon: null, currency: 'JPY' });
	});

	it('is the very same when nothing is to change', () => {
		expect(setQuantity(one, 'lin_p1', 2)).toBe(one);
		expect(setCurrency(one, 'USD')).toBe(one);
		expect(clearCart(empty)).toBe(empty);
	});
});
