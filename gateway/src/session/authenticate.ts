import { timingSafeEqual } from 'node:crypto';
import { sessionCookieName } from '@infinite-blob/session/session-cookie';
import { type VerifiedSession, verifySessionToken } from '@infinite-blob/session/session-token';
import { anonymous, type Viewer } from '@infinite-blob/session/viewer';
import { parseCookie } from 'cookie';
import { LRUCache } from 'lru-cache';

interface Credentials {
	/** The Authorization header, or what stands for it on a socket. */
	authorization: string | undefined;
	/** The Cookie header. */
	cookie: string | undefined;
}

/** Who asks, and until when their token is good. */
export interface Authenticated {
	viewer: Viewer;
	/** Epoch milliseconds; absent where nothing expires. */
	expiresAt?: number;
}

const mostSessions = 10_000;
const nobody: Authenticated = { viewer: anonymous };

/** Tells who asks by what they send; a token that was verified is not verified again until it expires. */
export class Authenticator {
	readonly #secrets: readonly string[];
	readonly #adminToken: Buffer;
	readonly #verified = new LRUCache<string, VerifiedSession>({ max: mostSessions });

	/** @param secrets those that session tokens are signed with: the present one and former ones */
	constructor(secrets: readonly string[], adminToken: string) {
		this.#secrets = secrets;
		this.#adminToken = Buffer.from(adminToken);
	}

	/**
	 * Who asks, by their bearer token, else by their cookie. Undefined when what they sent is malformed, forged or
	 * expired; to send nothing is to be anonymous.
	 */
	async authenticate({ authorization, cookie }: Credentials): Promise<Authenticated | undefined> {
		if (authorization) {
			const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
			if (token === undefined) return undefined;
			return this.#isAdmins(token) ? { viewer: { kind: 'admin' } } : this.#sessionOf(token);
		}
		const token = cookie && parseCookie(cookie)[sessionCookieName];
		return token ? this.#sessionOf(token) : nobody;
	}

	/** How long the admin's token is is no secret. */
	#isAdmins(token: string): boolean {
		const given = Buffer.from(token);
		return given.length === this.#adminToken.length && timingSafeEqual(given, this.#adminToken);
	}

	async #sessionOf(token: string): Promise<Authenticated | undefined> {
		let session = this.#verified.get(token);
		if (!session) {
			session = await verifySessionToken(token, this.#secrets);
			if (!session) return undefined;
			this.#verified.set(token, session);
		}
		const { sessionId, expiresAt } = session;
		return expiresAt > Date.now() ? { viewer: { kind: 'session', sessionId }, expiresAt } : undefined;
	}
}
