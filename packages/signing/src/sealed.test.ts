import { describe, expect, it } from 'vitest';
import { seal, unseal } from './sealed.ts';

const secret = 's'.repeat(32);

describe('sealed tokens', () => {
	it('give back what was sealed', () => {
		expect(unseal('file', seal('file', { id: 7 }, secret), secret, 0)).toEqual({ id: 7 });
	});

	it('are worth nothing for another purpose or with another secret', () => {
		const token = seal('file', 1, secret);
		expect(unseal('order', token, secret, 0)).toBeUndefined();
		expect(unseal('file', token, 'x'.repeat(32), 0)).toBeUndefined();
	});

	it('expire at their time', () => {
		const token = seal('file', 1, secret, 1000);
		expect(unseal('file', token, secret, 999)).toBe(1);
		expect(unseal('file', token, secret, 1000)).toBeUndefined();
	});

	it.each(['', '.', 'a.b', `${Buffer.from('{"v":1}').toString('base64url')}.`])('refuse %j', (token) => {
		expect(unseal('file', token, secret, 0)).toBeUndefined();
	});
});
