import type { RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { settings } from '#lib/server/config.ts';
import { chosenCurrency } from '#lib/server/currency-cookie.ts';
import { GatewayClient, GatewayError } from '#lib/server/gateway-client.ts';
import { publicGatewayUrl } from '#lib/server/public-gateway.ts';
import { setSecurityHeaders } from '#lib/server/security-headers.ts';
import { createSession, VisitorSession } from '#lib/server/session.ts';
import { sessionCookie } from '#lib/server/session-cookie.ts';
import { visitorHeaders } from '#lib/server/visitor-headers.ts';

export const handle: Handle = async ({ event, resolve }) => {
	const config = settings();
	const headers = () => visitorHeaders(event.getClientAddress());
	const session = new VisitorSession(sessionCookie(event.cookies, event.url, config.COOKIE_DOMAIN), () =>
		createSession(config.GATEWAY_URL, headers()),
	);
	event.locals.gateway = new GatewayClient({ url: config.GATEWAY_URL, headers, caller: session });
	event.locals.publicGatewayUrl = publicGatewayUrl(config.PUBLIC_GATEWAY_URL, event.url);
	event.locals.currency = chosenCurrency(event.cookies);

	if (event.route.id !== null && session.token() === undefined) await startSession(session);

	const response = await resolve(event, {
		preload: ({ type, path }) => type === 'js' || type === 'css' || /inter-latin-opsz-normal/.test(path),
	});
	setSecurityHeaders(response.headers, [event.locals.publicGatewayUrl, config.PUBLIC_GATEWAY_URL]);
	return response;
};

/** A page that needs no gateway is served without one; the others say themselves that it is away. */
async function startSession(session: VisitorSession): Promise<void> {
	try {
		await session.renew(undefined);
	} catch (error) {
		if (!(error instanceof GatewayError)) throw error;
	}
}

export const handleError: HandleServerError = ({ error, kind, event }) => {
	if (error instanceof GatewayError) {
		log(event, error);
		return {
			status: 503,
			message: 'The gallery cannot be reached at the moment. Please try again in a minute.',
		};
	}
	if (kind === 'app') return;
	if (kind === 'framework') return;
	log(event, error);
	return { message: 'Something went wrong on our side. Please try again; nothing was charged.' };
};

function log(event: RequestEvent, error: unknown): void {
	const cause = error instanceof Error ? (error.cause ?? error) : error;
	console.error(`${event.request.method} ${event.url.pathname}:`, error, cause === error ? '' : cause);
}
