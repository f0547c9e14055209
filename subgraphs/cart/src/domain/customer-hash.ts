import { createHash } from 'node:crypto';

/** The same for every spelling of an e-mail address that reaches the same person, and without it in clear; a guessed address can be checked. */
export function customerHash(email: string): string {
	return createHash('sha256')
		.update(`customer\n${normalised(email)}`)
		.digest('base64url');
}

/** Letters' case and what follows a "+" before the "@" do not make another customer. */
function normalised(email: string): string {
	const address = email.trim().normalize('NFKC').toLowerCase();
	const at = address.lastIndexOf('@');
	if (at < 1) return address;
	const local = address.slice(0, at);
	const tag = local.indexOf('+');
	return (tag > 0 ? local.slice(0, tag) : local) + address.slice(at);
}
