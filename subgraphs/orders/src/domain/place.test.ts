import { money } from '@infinite-blob/money/money';
import { describe, expect, it } from 'vitest';
import { ada, testCheckout, testOrder } from '../../tests/test-order.ts';
import { checkCustomer, checkIdempotencyKey } from './check-input.ts';
import { checkCheckout, inputHash, isOrderId, orderIdOf } from './place.ts';

describe('placing', () => {
	it('makes the same order id of the same session and key alone', () => {
		expect(orderIdOf('ses_1', 'k')).toBe(orderIdOf('ses_1', 'k'));
		expect(new Set([orderIdOf('ses_1', 'k'), orderIdOf('ses_2', 'k'), orderIdOf('ses_1', 'k2')]).size).toBe(
			3,
		);
	});

	it('knows the ids it makes from whatever else is given for one', () => {
		for (let key = 0; key < 50; key++) expect(isOrderId(orderIdOf('ses_1', `k${key}`))).toBe(true);
		for (const text of ['', 'ord_', 'index:hash', 'ord_1\n', 'ord_a:b', 'xord_1', `ord_${'x'.repeat(65)}`])
			expect(isOrderId(text), text).toBe(false);
	});

	it('tells different inputs of one key apart', () => {
		const placing = {
			sessionId: 's',
			idempotencyKey: 'k',
			customer: ada,
			paymentMethod: 'pm_card_visa',
			expectedTotal: null,
		};
		const hashes = [
			placing,
			{ ...placing, paymentMethod: 'pm_card_mastercard' },
			{ ...placing, customer: { ...ada, email: 'other@example.com' } },
			{ ...placing, expectedTotal: money(3100, 'USD') },
		].map(inputHash);
		expect(new Set(hashes).size).toBe(4);
	});

	it('refuses an empty cart, what is no longer sold, and a total that is not the one shown', () => {
		const [line] = testCheckout().lines;
		expect(() => checkCheckout(testCheckout({ lines: [] }), null)).toThrow('Your cart is empty');
		expect(() => checkCheckout(testCheckout({ lines: [{ ...line!, available: false }] }), null)).toThrow(
			'No longer sold: PRD_A',
		);
		expect(() => checkCheckout(testCheckout(), money(3099, 'USD'))).toThrow('total has changed');
		expect(() => checkCheckout(testCheckout(), money(3100, 'EUR'))).toThrow('total has changed');
		expect(() => checkCheckout(testCheckout(), money(3100, 'USD'))).not.toThrow();
	});

	it('numbers orders for people', () => {
		expect(testOrder().number).toBe('IB-000123');
	});
});

describe('what the shopper enters', () => {
	it('loses the white space around it', () => {
		expect(checkCustomer({ firstName: ' Ada ', lastName: 'Lovelace\t', email: ' ada@example.com ' })).toEqual(
			ada,
		);
	});

	it.each([
		[{ firstName: '' }, 'firstName'],
		[{ firstName: '   ' }, 'firstName'],
		[{ lastName: 'x'.repeat(10_000) }, 'lastName'],
		[{ firstName: 'Ada\r\nBcc: x' }, 'firstName'],
		[{ firstName: 'Ada\u2028Bcc: x' }, 'firstName'],
		[{ firstName: '\u200b\u2060' }, 'firstName'],
		[{ lastName: '\ud800' }, 'lastName'],
		[{ lastName: '\u202eecalevoL' }, 'lastName'],
		[{ email: 'not an address' }, 'email'],
		[{ email: `${'a'.repeat(250)}@example.com` }, 'email'],
		[{ email: 'a@b.com\nBcc: c@d.com' }, 'email'],
	])('is refused: %j', (part, field) => {
		expect(() => checkCustomer({ ...ada, ...part })).toThrow(
			expect.objectContaining({ errors: [expect.objectContaining({ field: ['input', 'customer', field] })] }),
		);
	});

	it('may be names in any script', () => {
		for (const firstName of [
			'Łukasz',
			'Ελένη',
			'太郎',
			'Nguyễn',
			"O'Brien",
			'أحمد',
			'می\u200cنا',
			'👩\u200d🎨',
		]) {
			expect(checkCustomer({ ...ada, firstName }).firstName).toBe(firstName);
		}
	});

	it('is told of every field at fault at once', () => {
		expect(() => checkCustomer({ firstName: '', lastName: '', email: '' })).toThrow(
			expect.objectContaining({ errors: expect.objectContaining({ length: 3 }) }),
		);
	});

	it('has an idempotency key of 1 to 64 characters', () => {
		expect(() => checkIdempotencyKey('', [])).toThrow('1 to 64');
		expect(() => checkIdempotencyKey('x'.repeat(65), [])).toThrow('1 to 64');
		expect(() => checkIdempotencyKey('x'.repeat(64), [])).not.toThrow();
	});
});
