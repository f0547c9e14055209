import { describe, expect, it } from 'vitest';
import { readOutcome } from './order-outcome.ts';

describe('what came of placing an order', () => {
	it('is the order', () => {
		expect(readOutcome({ order: { id: 'ord_1' }, userErrors: [] })).toEqual({ kind: 'order', id: 'ord_1' });
	});

	it('is the order that is already being paid for', () => {
		const userErrors = [{ code: 'ORDER_IN_PROGRESS' as const, field: null, message: 'In progress.' }];
		expect(readOutcome({ order: { id: 'ord_1' }, userErrors })).toEqual({ kind: 'order', id: 'ord_1' });
	});

	it('is nothing to correct when the cart was emptied elsewhere', () => {
		const userErrors = [{ code: 'CART_EMPTY' as const, field: null, message: 'Your cart is empty.' }];
		expect(readOutcome({ order: null, userErrors })).toEqual({ kind: 'emptyCart' });
	});

	it('puts a message beside the contact', () => {
		const field = ['input', 'customer', 'email'];
		const userErrors = [{ code: 'INVALID_CUSTOMER' as const, field, message: 'No such domain.' }];
		expect(readOutcome({ order: null, userErrors })).toMatchObject({
			contactProblem: 'No such domain.',
			form: null,
		});
	});

	it('asks again when the total changed', () => {
		const userErrors = [{ code: 'PRICE_CHANGED' as const, field: ['expectedTotal'], message: 'Changed.' }];
		const outcome = readOutcome({ order: null, userErrors });
		expect(outcome).toMatchObject({ kind: 'problems', totalChanged: true, form: null });
	});

	it('passes on what it has no better words for', () => {
		const userErrors = [{ code: 'COUPON_INVALID' as const, field: null, message: 'The coupon ended.' }];
		expect(readOutcome({ order: null, userErrors })).toMatchObject({ form: 'The coupon ended.' });
	});

	it('never takes an answer without an order for a success', () => {
		expect(readOutcome({ order: null, userErrors: [] })).toMatchObject({
			form: 'The order was not placed. Try again.',
		});
	});
});
