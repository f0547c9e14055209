const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The gateway as the visitor's browser reaches it. A shop opened by another name of this machine (127.0.0.1 for
 * localhost) is given the gateway by that same name, since the session's cookie belongs to one name only.
 */
export function publicGatewayUrl(configured: string, page: URL): string {
	const gateway = new URL(configured);
	if (!loopback.has(gateway.hostname) || !loopback.has(page.hostname)) return configured;
	gateway.hostname = page.hostname;
	return gateway.href.replace(/\/+$/, '');
}
