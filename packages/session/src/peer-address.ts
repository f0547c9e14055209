import type { IncomingMessage } from 'node:http';

/**
 * The network address of whoever sent a request: the socket's, or, with a proxy of ours in front, what that says.
 *
 * @param trustProxy a proxy of ours sets X-Forwarded-For
 */
export function peerAddress({ headers, socket }: IncomingMessage, trustProxy: boolean): string {
	const forwarded = trustProxy ? headers['x-forwarded-for'] : undefined;
	// The last entry is the one our own proxy added; those before it are whatever the client claimed.
	const nearest = forwarded?.toString().split(',').at(-1)?.trim();
	const address = nearest || (socket.remoteAddress ?? 'unknown');
	// Where one socket listens for both kinds, an IPv4 address comes as an IPv6 one.
	return address.replace(/^::ffff:(?=[\d.]+$)/i, '');
}
