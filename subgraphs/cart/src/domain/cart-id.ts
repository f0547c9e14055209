import { createHash } from 'node:crypto';

export type CartId = `crt_${string}`;

/** The id of a session's cart. One way: who knows the cart's id does not know the session's. */
export function cartIdOf(sessionId: string): CartId {
	const digest = createHash('sha256').update(`cart\n${sessionId}`).digest('base64url');
	return `crt_${digest.slice(0, 24)}`;
}
