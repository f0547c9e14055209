import Stripe from 'stripe';

/** How Stripe is reached. */
export interface StripeOptions {
	/** A secret or restricted key; it says whether money is real. */
	secretKey: string;
	/** Where Stripe's API is, when elsewhere than at Stripe. */
	apiUrl?: string | undefined;
	/** How long one request may take, in milliseconds. */
	timeoutMs?: number;
}

/** The form of Stripe's API that this code was written for, whatever the account's default is. */
export const stripeVersion = '2026-10-28.endive';

/** A client of Stripe's API. It opens no connection before it is asked something. */
export function connectStripe({ secretKey, apiUrl, timeoutMs = 30_000 }: StripeOptions): Stripe {
	return new Stripe(secretKey, {
		apiVersion: stripeVersion,
		...(apiUrl === undefined ? {} : addressOf(new URL(apiUrl))),
		// A bank may take half a minute. One quick second try bridges a connection that broke; for more, the caller asks
		// again with the same key, after pauses that leave room for other work.
		timeout: timeoutMs,
		maxNetworkRetries: 1,
		telemetry: false,
		appInfo: { name: 'Infinite Blob' },
	});
}

function addressOf({ protocol, hostname, port }: URL) {
	const isPlain = protocol === 'http:';
	return {
		protocol: isPlain ? ('http' as const) : ('https' as const),
		host: hostname,
		port: port || (isPlain ? 80 : 443),
	};
}
