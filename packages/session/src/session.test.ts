import { describe, expect, it } from 'vitest';
import { opensOrder, orderAccessToken } from './order-access.ts';
import { signContext, verifyContext } from './request-context.ts';
import { createSessionToken, verifySessionToken } from './session-token.ts';
import { signVisitorAddress, verifyVisitorAddress } from './visitor-address.ts';

const secret = 'a'.repeat(32);
const other = 'b'.repeat(32);

describe('session tokens', () => {
	it('give back the session they were made for, for 30 days', async () => {
		const now = Date.now();
		const session = await createSessionToken(secret, now);
		const verified = await verifySessionToken(session.token, [secret]);
		expect(verified?.sessionId).toBe(session.sessionId);
		expect(verified?.expiresAt).toBe(Math.floor((now + 30 * 86_400_000) / 1000) * 1000);
	});

	it('are refused when forged, malformed, unsigned or expired', async () => {
		const { token } = await createSessionToken(secret, Date.now());
		const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${token.split('.')[1]}.`;
		const expired = (await createSessionToken(secret, Date.now() - 31 * 86_400_000)).token;
		for (const bad of [`${token}x`, 'x', '', unsigned, expired])
			expect(await verifySessionToken(bad, [secret])).toBeUndefined();
		expect(await verifySessionToken(token, [other])).toBeUndefined();
	});

	it('go on to hold after their secret has given way to another, until it is forgotten', async () => {
		const { token, sessionId } = await createSessionToken(other, Date.now());
		expect(await verifySessionToken(token, [secret, other])).toMatchObject({ sessionId });
		expect(await verifySessionToken(token, [secret])).toBeUndefined();
		expect(await verifySessionToken(`${token}x`, [secret, other])).toBeUndefined();
	});
});

describe('signed headers', () => {
	const context = {
		viewer: { kind: 'session', sessionId: 'ses_1' },
		address: '::1',
		requestId: 'r',
	} as const;

	it('carry the request context for a minute', () => {
		const header = signContext(context, secret, 0);
		expect(verifyContext(header, secret, 59_999)).toEqual(context);
		expect(verifyContext(header, secret, 60_000)).toBeUndefined();
		expect(verifyContext(header, other, 0)).toBeUndefined();
		expect(verifyContext(undefined, secret, 0)).toBeUndefined();
	});

	it('do not pass for one another', () => {
		expect(verifyContext(signVisitorAddress('1.2.3.4', secret, 0), secret, 0)).toBeUndefined();
		expect(verifyVisitorAddress(signVisitorAddress('1.2.3.4', secret, 0), secret, 0)).toBe('1.2.3.4');
	});
});

describe('order access tokens', () => {
	it('open their own order alone', () => {
		const token = orderAccessToken('ord_1', secret);
		expect(opensOrder(token, 'ord_1', secret, 0)).toBe(true);
		expect(opensOrder(token, 'ord_2', secret, 0)).toBe(false);
		expect(opensOrder(token, 'ord_1', other, 0)).toBe(false);
	});
});
