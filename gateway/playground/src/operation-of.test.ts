import { describe, expect, it } from 'vitest';
import { operationOf } from './operation-of.ts';

describe('the operation that is meant', () => {
	it('is the only one there is, whatever name is given for it', () => {
		const query =
			'subscription WatchOrder { orderStatusChanged(orderId: "1") { status } } fragment F on Order { id }';
		for (const name of ['PlaceOrder', undefined, null]) {
			expect(operationOf(query, name)).toMatchObject({
				operation: 'subscription',
				name: { value: 'WatchOrder' },
			});
		}
	});

	it('is the named one of several', () => {
		const query = 'query A { cart { id } } mutation B { createSession { token } }';
		expect(operationOf(query, 'B')?.operation).toBe('mutation');
		expect(operationOf(query, 'C')).toBeUndefined();
	});

	it('is not known of a text that is no document', () => {
		expect(operationOf('query {', undefined)).toBeUndefined();
	});
});
