import { describe, expect, it } from 'vitest';
import { changeCart, readQuantity } from './cart-actions.ts';
import { GatewayError } from './gateway-client.ts';

const form = (fields: Record<string, string>) => {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.set(name, value);
	return data;
};

describe('a quantity from a form', () => {
	it.each([
		[{ quantity: '3' }, 3],
		[{ quantity: '3', step: '1' }, 4],
		[{ quantity: '3', step: '-1' }, 2],
		[{}, 1],
		[{ quantity: '1000' }, 1000],
		[{ quantity: '-1' }, 0],
		[{ quantity: '1e3' }, 0],
		[{ quantity: 'many', step: '1' }, 0],
		[{ quantity: '2', step: '0.5' }, 2],
	])('of %j is %i', (fields, quantity) => {
		expect(readQuantity(form(fields))).toBe(quantity);
	});
});

describe('a change of the cart', () => {
	it('brings a refusal back to its place, with what was typed', async () => {
		const refused = await changeCart(
			'coupon',
			async () => ({ userErrors: [{ message: 'No such coupon.' }] }),
			'x',
		);
		expect(refused).toMatchObject({
			status: 422,
			data: { problem: { place: 'coupon', message: 'No such coupon.', typed: 'x' } },
		});
	});

	it('says of a line that is gone at the page, which has no place for it any more', async () => {
		const gone = await changeCart('lin_1', async () => ({
			userErrors: [{ code: 'LINE_NOT_FOUND', message: 'The cart has no such line.' }],
		}));
		expect(gone).toMatchObject({
			status: 422,
			data: { problem: { place: 'page', message: expect.stringContaining('taken out of your cart') } },
		});
	});

	it('says what to do when the gateway is away', async () => {
		const lost = await changeCart('page', () => Promise.reject(new GatewayError('down')));
		expect(lost).toMatchObject({
			status: 503,
			data: { problem: { message: expect.stringContaining('Try again') } },
		});
	});

	it('does not hide a mistake of our own', async () => {
		await expect(changeCart('page', () => Promise.reject(new TypeError('bug')))).rejects.toThrow(TypeError);
	});
});
