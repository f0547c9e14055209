import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Seals a value into a URL-safe token that anyone can read and only the holder of the secret can make:
 * base64url(JSON) "." base64url(HMAC-SHA-256). The purpose is part of what is signed, so that a token made for
 * one use is worth nothing for another.
 *
 * @param expiresAt epoch milliseconds; without it the token does not expire
 */
export function seal(purpose: string, value: unknown, secret: string, expiresAt?: number): string {
	const body = Buffer.from(
		JSON.stringify(expiresAt === undefined ? { v: value } : { v: value, e: expiresAt }),
	);
	const text = body.toString('base64url');
	return `${text}.${signature(purpose, text, secret).toString('base64url')}`;
}

/** The sealed value, or undefined when the token is malformed, forged, for another purpose or expired. */
export function unseal<T>(purpose: string, token: string, secret: string, now: number): T | undefined {
	const dot = token.lastIndexOf('.');
	if (dot < 1) return undefined;
	const text = token.slice(0, dot);
	const given = Buffer.from(token.slice(dot + 1), 'base64url');
	const expected = signature(purpose, text, secret);
	if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
	const { v, e } = JSON.parse(Buffer.from(text, 'base64url').toString()) as { v: T; e?: number };
	return e !== undefined && e <= now ? undefined : v;
}

function signature(purpose: string, text: string, secret: string): Buffer {
	return createHmac('sha256', secret).update(`${purpose}\0${text}`).digest();
}
