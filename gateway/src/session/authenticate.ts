import { createHash, timingSafeEqual } from 'node:crypto';
import { sessionCookieName } from '@infinite-blob/session/session-cookie';
import { verifySessionToken } from '@infinite-blob/session/session-token';
import { anonymous, type Viewer } from '@infinite-blob/session/viewer';
import { parseCookie } from 'cookie';

interface Credentials {
	/** The Authorization header, or what stands for it on a socket. */
	authorization: string | undefined;
	/** The Cookie header. */
	cookie: string | undefined;
}

export interface Keys {
	sessionSecret: string;
	adminToken: string;
}

/**
 * Who asks, by their bearer token, else by their cookie. Undefined when what they sent is malformed, forged or
 * expired; to send nothing is to be anonymous.
 */
export async function authenticate(credentials: Credentials, keys: Keys): Promise<Viewer | undefined> {
	if (credentials.authorization) {
		const token = /^Bearer +(\S+)$/i.exec(credentials.authorization)?.[1];
		if (token === undefined) return undefined;
		return isSame(token, keys.adminToken) ? { kind: 'admin' } : sessionOf(token, keys.sessionSecret);
	}
	const token = credentials.cookie && parseCookie(credentials.cookie)[sessionCookieName];
	return token ? sessionOf(token, keys.sessionSecret) : anonymous;
}

async function sessionOf(token: string, secret: string): Promise<Viewer | undefined> {
	const session = await verifySessionToken(token, secret);
	return session && { kind: 'session', sessionId: session.sessionId };
}

function isSame(given: string, expected: string): boolean {
	const digest = (text: string) => createHash('sha256').update(text).digest();
	return timingSafeEqual(digest(given), digest(expected));
}
