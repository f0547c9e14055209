import { describe, expect, it } from 'vitest';
import type { Cart } from './cart.ts';
import { takeOut } from './purchase.ts';

function cartOf(quantities: Record<string, number>, coupon: string | null = null): Cart {
	const lines = Object.entries(quantities).map(([productId, quantity]) => ({
		id: `lin_${productId}` as const,
		productId,
		name: productId,
		unitPrice: 100,
		quantity,
		addedAt: 0,
	}));
	return { id: 'crt_1', version: 3, currency: 'USD', lines, coupon, updatedAt: 0 };
}

const bought = { lines: [{ productId: 'p1', quantity: 2 }], coupon: 'BLOB5' };
const left = (cart: Cart) => Object.fromEntries(cart.lines.map((line) => [line.productId, line.quantity]));

describe('what an order takes out of its cart', () => {
	it('is exactly what was bought, whatever was added since', () => {
		expect(left(takeOut(cartOf({ p1: 3, p2: 1 }), bought))).toEqual({ p1: 1, p2: 1 });
	});

	it('is the line, when no more is left in it', () => {
		expect(left(takeOut(cartOf({ p1: 2 }), bought))).toEqual({});
		expect(left(takeOut(cartOf({ p1: 1 }), bought))).toEqual({});
	});

	it('is the coupon that it used, not one applied since', () => {
		expect(takeOut(cartOf({ p1: 2 }, 'BLOB5'), bought).coupon).toBeNull();
		expect(takeOut(cartOf({ p1: 2 }, 'WELCOME10'), bought).coupon).toBe('WELCOME10');
	});

	it('is nothing from a cart that has none of it', () => {
		const cart = cartOf({ p2: 1 });
		expect(takeOut(cart, bought)).toBe(cart);
	});
});
