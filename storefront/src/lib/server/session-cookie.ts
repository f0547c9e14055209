import { sessionCookieName as name } from '@infinite-blob/session/session-cookie';
import type { Cookies } from '@sveltejs/kit';
import type { TokenStore } from './session.ts';

/** The visitor's session cookie: `Secure` on https, for `domain` when shop and gateway share one. */
export function sessionCookie(cookies: Cookies, url: URL, domain: string | undefined): TokenStore {
	const scope = {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: url.protocol === 'https:',
		...(domain ? { domain } : {}),
	} as const;
	return {
		read: () => cookies.get(name),
		write: ({ token, expiresAt }) => cookies.set(name, token, { ...scope, expires: new Date(expiresAt) }),
		drop: () => cookies.delete(name, scope),
	};
}
