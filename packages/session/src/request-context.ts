import { seal, unseal } from '@infinite-blob/signing/sealed';
import type { Viewer } from './viewer.ts';

/** The header in which the gateway and services tell a subgraph who asks; the value is signed. */
export const contextHeader = 'x-ib-context';

/** What a subgraph knows of a request: it believes nobody but the gateway and its fellow services. */
export interface RequestContext {
	viewer: Viewer;
	/** The client's network address. */
	address: string;
	/** Names the request in logs and in the errors that the client sees. */
	requestId: string;
}

const purpose = 'request-context';
// Long enough for a slow request and clocks a little apart, too short to be worth stealing.
const lifetimeMs = 60_000;

/** Signs what the gateway or a service says of a request, for a minute. */
export function signContext(context: RequestContext, serviceSecret: string, now: number): string {
	return seal(purpose, context, serviceSecret, now + lifetimeMs);
}

/** The request's context, or undefined when the header is missing, forged or too old. */
export function verifyContext(
	header: string | undefined,
	serviceSecret: string,
	now: number,
): RequestContext | undefined {
	return header === undefined ? undefined : unseal<RequestContext>(purpose, header, serviceSecret, now);
}
