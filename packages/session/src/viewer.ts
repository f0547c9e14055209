/** Who asks: nobody in particular, a shopper's session, the admin, or another service of the shop. */
export type Viewer =
	| { kind: 'anonymous' }
	| { kind: 'session'; sessionId: string }
	| { kind: 'admin' }
	| { kind: 'service'; name: string };

/** The viewer of a request without a session. */
export const anonymous: Viewer = { kind: 'anonymous' };
