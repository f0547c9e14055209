import { type RequestContext, signContext } from '@infinite-blob/session/request-context';

/** What the gateway knows of an operation it executes. */
export interface GatewayContext extends RequestContext {
	/** The context as subgraphs accept it: signed once for all fetches of an operation, again when it grows old. */
	signed(): string;
}

// Half a signature's lifetime, for subscriptions that live longer than it.
const signAgainAfterMs = 30_000;

export function createContext(request: RequestContext, serviceSecret: string): GatewayContext {
	let signature = '';
	let signedAt = Number.NEGATIVE_INFINITY;
	return {
		...request,
		signed() {
			const now = Date.now();
			if (now - signedAt > signAgainAfterMs) {
				signature = signContext(request, serviceSecret, now);
				signedAt = now;
			}
			return signature;
		},
	};
}
