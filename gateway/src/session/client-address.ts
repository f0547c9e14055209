import type { IncomingMessage } from 'node:http';
import { peerAddress } from '@infinite-blob/session/peer-address';
import { verifyVisitorAddress, visitorHeader } from '@infinite-blob/session/visitor-address';

/**
 * The network address of whoever asks: what the storefront's server says of its visitor, if it signed it; what a
 * trusted proxy says; else the socket's.
 */
export function clientAddress(request: IncomingMessage, serviceSecret: string, trustProxy: boolean): string {
	const visitor = request.headers[visitorHeader];
	if (typeof visitor === 'string') {
		const address = verifyVisitorAddress(visitor, serviceSecret, Date.now());
		if (address !== undefined) return address;
	}
	return peerAddress(request, trustProxy);
}
