import { contextHeader, type RequestContext, signContext } from '@infinite-blob/session/request-context';
import type { SubgraphContext } from './federation/subgraph-data-source.ts';

/** What is told in the log of an operation that is over. */
export interface Outcome {
	/** Of the first error. */
	code?: string;
}

/** What the gateway knows of an operation it executes. */
export interface GatewayContext extends RequestContext, SubgraphContext {
	/** What came of the operation, for the log. */
	readonly outcome: Outcome;
	/** The context as subgraphs accept it: signed once for all fetches of an operation, again when it grows old. */
	signed(): string;
}

// Half a signature's lifetime, for subscriptions that live longer than it.
const signAgainAfterMs = 30_000;

/** @param signal ends the calls to subgraphs when nobody waits for the answer any more */
export function createContext(
	request: RequestContext,
	serviceSecret: string,
	signal?: AbortSignal,
	outcome: Outcome = {},
): GatewayContext {
	let signature = '';
	let signedAt = Number.NEGATIVE_INFINITY;
	function signed(): string {
		const now = Date.now();
		if (now - signedAt > signAgainAfterMs) {
			signature = signContext(request, serviceSecret, now);
			signedAt = now;
		}
		return signature;
	}
	return { ...request, signal, outcome, signed, subgraphHeaders: () => ({ [contextHeader]: signed() }) };
}
