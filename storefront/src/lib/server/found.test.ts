import { describe, expect, it } from 'vitest';
import { found, isBadInput } from './found.ts';
import { GatewayError } from './gateway-client.ts';

const without = (code: string, field = 'products') => ({
	data: { products: null, cart: null },
	errors: [{ message: 'No.', path: [field], extensions: { code } }],
});

describe('a field a page cannot be without', () => {
	it('is given as it is', () => {
		expect(found({ data: { products: ['vase'] }, errors: [] }, 'products', 'None.')).toEqual(['vase']);
	});

	it('is not found where there is no such thing', () => {
		const answer = { data: { product: null }, errors: [] };
		expect(() => found(answer, 'product', 'None.')).toThrow(expect.objectContaining({ status: 404 }));
	});

	it('says that its service is down', () => {
		expect(() => found(without('UNAVAILABLE'), 'products', 'None.')).toThrow(GatewayError);
	});

	it('tells what was asked wrongly from a service that is down', () => {
		expect(isBadInput(without('BAD_USER_INPUT'), 'products')).toBe(true);
		expect(isBadInput(without('UNAVAILABLE'), 'products')).toBe(false);
		expect(isBadInput(without('BAD_USER_INPUT'), 'cart')).toBe(false);
	});
});
