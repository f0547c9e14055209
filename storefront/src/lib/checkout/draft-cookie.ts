import type { Cookies } from '@sveltejs/kit';
import { type Draft, readDraft, writeDraft } from './draft.ts';

const name = 'ib_checkout';
const path = '/checkout';
const hourInSeconds = 60 * 60;

/**
 * What the visitor entered so far. It stays with the visitor, out of addresses and of our stores; scripts cannot read
 * it, and it is sent to the checkout alone.
 */
export function keptDraft(cookies: Cookies): Draft | null {
	return readDraft(cookies.get(name));
}

/** Keeps it for an hour, longer than anybody pays. */
export function keepDraft(cookies: Cookies, url: URL, draft: Draft): void {
	cookies.set(name, writeDraft(draft), {
		path,
		httpOnly: true,
		sameSite: 'lax',
		secure: url.protocol === 'https:',
		maxAge: hourInSeconds,
	});
}
