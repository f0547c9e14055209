import type { IncomingMessage, ServerResponse } from 'node:http';

const loopback = ['localhost', '127.0.0.1'];

/** The origin of an address as browsers send it; a loopback one in both of its spellings. */
export function originsOf(address: string): string[] {
	const url = new URL(address);
	if (!loopback.includes(url.hostname)) return [url.origin];
	return loopback.map((hostname) => Object.assign(new URL(address), { hostname }).origin);
}

/**
 * Lets the pages of the given origins, and no others, read answers with their cookies.
 *
 * @returns whether the request was a preflight and is answered
 */
export function applyCors(request: IncomingMessage, response: ServerResponse, allowed: Set<string>): boolean {
	response.setHeader('vary', 'Origin');
	const { origin } = request.headers;
	const isAllowed = origin !== undefined && allowed.has(origin);
	if (isAllowed) {
		response.setHeader('access-control-allow-origin', origin);
		response.setHeader('access-control-allow-credentials', 'true');
		response.setHeader(
			'access-control-expose-headers',
			'x-request-id, ratelimit, ratelimit-policy, retry-after',
		);
	}
	if (request.method !== 'OPTIONS' || !request.headers['access-control-request-method']) return false;
	if (isAllowed) {
		response.setHeader('access-control-allow-methods', 'GET, POST');
		response.setHeader(
			'access-control-allow-headers',
			'content-type, authorization, apollo-require-preflight, x-apollo-operation-name',
		);
		response.setHeader('access-control-max-age', '7200');
	}
	response.writeHead(204).end();
	return true;
}
