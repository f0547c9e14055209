/** The part of the content security policy that depends on where the gateway is. */
export function gatewayDirectives(gatewayUrls: string[]): string {
	const origins = [...new Set(gatewayUrls.map((url) => new URL(url).origin))];
	const sockets = origins.map((origin) => origin.replace(/^http/, 'ws'));
	return [
		`img-src 'self' data: ${origins.join(' ')}`,
		`connect-src 'self' ${[...origins, ...sockets].join(' ')}`,
		// A download without JavaScript is a form whose answer redirects to the file.
		`form-action 'self' ${origins.join(' ')}`,
	].join('; ');
}

export function setSecurityHeaders(headers: Headers, gatewayUrls: string[]): void {
	const policy = headers.get('content-security-policy');
	if (policy) headers.set('content-security-policy', `${policy}; ${gatewayDirectives(gatewayUrls)}`);
	headers.set('x-content-type-options', 'nosniff');
	headers.set('x-frame-options', 'DENY');
	// The path may hold an order's address: other hosts get the origin alone.
	headers.set('referrer-policy', 'strict-origin-when-cross-origin');
	headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()');
}
