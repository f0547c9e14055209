import { describe, expect, it } from 'vitest';
import { readPurchase } from './purchase.ts';

function form(fields: Record<string, string>): FormData {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.set(name, value);
	return data;
}

describe('what the review’s form says', () => {
	it('is who buys, with which card, under which key and for how much', () => {
		const sent = {
			firstName: 'Ada',
			lastName: 'Lovelace',
			email: 'ada@example.com',
			paymentMethod: 'pm_card_visa',
			idempotencyKey: 'key-1',
			amount: '3100',
			currency: 'EUR',
		};
		expect(readPurchase(form(sent))).toEqual({
			contact: { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.com' },
			paymentMethod: 'pm_card_visa',
			idempotencyKey: 'key-1',
			expectedTotal: { amount: 3100, currency: 'EUR' },
		});
	});

	it.each([
		{ amount: '', currency: 'USD' },
		{ amount: '12.5', currency: 'USD' },
		{ amount: '-1', currency: 'USD' },
		{ amount: '1e9', currency: 'USD' },
		{ amount: '100', currency: 'XXX' },
	])('is no total when it says %j', (fields) => {
		expect(readPurchase(form(fields)).expectedTotal).toBeNull();
	});

	it('has a key of its own when none was sent', () => {
		const [one, other] = [readPurchase(form({})), readPurchase(form({}))];
		expect(one.idempotencyKey).not.toBe('');
		expect(one.idempotencyKey).not.toBe(other.idempotencyKey);
	});
});
