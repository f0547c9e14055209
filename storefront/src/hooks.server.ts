import { createLogger } from '@infinite-blob/service/logger';
import type { RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { cartTraceCookie } from '#lib/server/cart-trace.ts';
import { settings } from '#lib/server/config.ts';
import { chosenCurrency } from '#lib/server/currency-cookie.ts';
import { GatewayClient, GatewayError } from '#lib/server/gateway-client.ts';
import { publicGatewayUrl } from '#lib/server/public-gateway.ts';
import { setSecurityHeaders } from '#lib/server/security-headers.ts';
import { createSession, VisitorSession } from '#lib/server/session.ts';
import { sessionCookie } from '#lib/server/session-cookie.ts';
import { visitorHeaders } from '#lib/server/visitor-headers.ts';
import { visitorLocale } from '#lib/server/visitor-locale.ts';

const logger = createLogger('storefront');

export const handle: Handle = async ({ event, resolve }) => {
	const config = settings();
	const headers = () => visitorHeaders(event.getClientAddress(), config.SERVICE_SECRET, Date.now());
	const session = new VisitorSession(sessionCookie(event.cookies, event.url, config.COOKIE_DOMAIN), () =>
		createSession(config.GATEWAY_URL, headers()),
	);
	const locale = visitorLocale(event.request.headers.get('accept-language'));
	event.locals.locale = locale;
	event.locals.gateway = new GatewayClient({ url: config.GATEWAY_URL, headers, caller: session, locale });
	event.locals.publicGatewayUrl = publicGatewayUrl(config.PUBLIC_GATEWAY_URL, event.url);
	event.locals.currency = chosenCurrency(event.cookies);
	event.locals.cartTrace = cartTraceCookie(event.cookies, event.url);

	if (isPage(event.route.id) && session.token() === undefined) await startSession(session);

	const response = await resolve(event, {
		// Not the scripts: pages are whole without them, and on a slow line they would come before the pictures.
		preload: ({ type, path }) => type === 'css' || isFirstFont(path),
	});
	setSecurityHeaders(response.headers, [event.locals.publicGatewayUrl, config.PUBLIC_GATEWAY_URL]);
	return response;
};

/** What nearly every page is set in, in the letters of its language. */
function isFirstFont(path: string): boolean {
	return /instrument-(sans-latin-wght|serif-latin-400)-normal\b.*\.woff2$/.test(path);
}

/** What crawlers read of the shop belongs to nobody, and may be kept for all. */
function isPage(route: string | null): boolean {
	return route !== null && !/\.(?:xml|txt|ico)$/.test(route);
}

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
		log(event, { gateway: reasons(error) });
		return {
			status: 503,
			message: 'The gallery cannot be reached at the moment. Please try again in a minute.',
		};
	}
	if (kind !== 'unknown') return;
	log(event, { err: error });
	return { message: 'Something went wrong on our side. Please try again; nothing was charged.' };
};

function log({ request, url }: RequestEvent, what: object): void {
	logger.error({ ...what, method: request.method, path: url.pathname }, 'a page failed');
}

/** The error and its causes in one line: an unreachable gateway is no mystery that needs a stack. */
function reasons(error: Error): string {
	const { message, cause } = error;
	return cause instanceof Error ? `${message}: ${reasons(cause)}` : message;
}
