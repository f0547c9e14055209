import type { IncomingMessage } from 'node:http';
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
	const forwarded = trustProxy ? request.headers['x-forwarded-for'] : undefined;
	// The last entry is the one our own proxy added; those before it are whatever the client claimed.
	const nearest = forwarded?.toString().split(',').at(-1)?.trim();
	return nearest || (request.socket.remoteAddress ?? 'unknown');
}
