import { randomBytes } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';

const issuer = 'infinite-blob';
const algorithm = 'HS256';
const lifetimeMs = 30 * 24 * 60 * 60 * 1000;

/** A fresh anonymous session: what the client sends, and until when. */
export interface NewSession {
	token: string;
	sessionId: string;
	/** Epoch milliseconds. */
	expiresAt: number;
}

/**
 * Starts an anonymous session: a signed JWT (RFC 7519, HS256) good for 30 days.
 *
 * @param now epoch milliseconds
 */
export async function createSessionToken(secret: string, now: number): Promise<NewSession> {
	const sessionId = `ses_${randomBytes(16).toString('base64url')}`;
	const expiresAt = now + lifetimeMs;
	const token = await new SignJWT()
		.setProtectedHeader({ alg: algorithm })
		.setSubject(sessionId)
		.setIssuer(issuer)
		.setIssuedAt(Math.floor(now / 1000))
		.setExpirationTime(Math.floor(expiresAt / 1000))
		.sign(Buffer.from(secret));
	return { token, sessionId, expiresAt };
}

/** A session as its token tells it; the time is in epoch milliseconds. */
export interface VerifiedSession {
	sessionId: string;
	expiresAt: number;
}

/**
 * The session of a token, or undefined when the token is malformed, forged or expired.
 *
 * @param secrets those it may be signed with: after a rotation, the present one and those before it
 */
export async function verifySessionToken(
	token: string,
	secrets: readonly string[],
): Promise<VerifiedSession | undefined> {
	for (const secret of secrets) {
		try {
			const { payload } = await jwtVerify(token, Buffer.from(secret), { issuer, algorithms: [algorithm] });
			if (!payload.sub?.startsWith('ses_') || payload.exp === undefined) return undefined;
			return { sessionId: payload.sub, expiresAt: payload.exp * 1000 };
		} catch (error) {
			if (error instanceof errors.JWSSignatureVerificationFailed) continue;
			if (error instanceof errors.JOSEError) return undefined;
			throw error;
		}
	}
	return undefined;
}
