/** One process of the shop. */
export interface ServiceDefinition {
	name: string;
	/** What it runs, from the project's root. */
	entry: string;
	/** The setting of its port, and the port without it. */
	port: [setting: string, byDefault: number];
	/** Where it says whether it is ready, if it speaks HTTP. */
	health?: '/health/ready';
	/** For Node, beside those that all have. */
	flags?: string[];
}

const http = { health: '/health/ready' } as const;

/** The Redis that stands in where none is named by REDIS_URL. */
export const embeddedRedis: ServiceDefinition = {
	name: 'redis',
	entry: 'packages/redis-embedded/src/main.ts',
	port: ['REDIS_EMBEDDED_PORT', 6390],
	// After a pause V8 would begin with little room for new objects again, and move to the lasting ones what a burst
	// of writes needs but for a moment: half as much CPU again for each.
	flags: ['--min-semi-space-size=16'],
};

/** The mail server that stands in where none is named by SMTP_URL. */
export const mailCatcher: ServiceDefinition = {
	name: 'mail',
	entry: 'packages/mail-catcher/src/main.ts',
	port: ['MAIL_UI_PORT', 1080],
	...http,
};

export const services: ServiceDefinition[] = [
	{ name: 'products', entry: 'subgraphs/products/src/main.ts', port: ['PRODUCTS_PORT', 4001], ...http },
	{ name: 'cart', entry: 'subgraphs/cart/src/main.ts', port: ['CART_PORT', 4002], ...http },
	{ name: 'orders', entry: 'subgraphs/orders/src/main.ts', port: ['ORDERS_PORT', 4003], ...http },
	{ name: 'ads', entry: 'subgraphs/ads/src/main.ts', port: ['ADS_PORT', 4004], ...http },
	{
		name: 'recommendations',
		entry: 'subgraphs/recommendations/src/main.ts',
		port: ['RECOMMENDATIONS_PORT', 4005],
		...http,
	},
	{ name: 'gateway', entry: 'gateway/src/main.ts', port: ['GATEWAY_PORT', 4000], ...http },
	{ name: 'payment', entry: 'workers/payment/src/main.ts', port: ['PAYMENT_PORT', 4011], ...http },
	{ name: 'invoice', entry: 'workers/invoice/src/main.ts', port: ['INVOICE_PORT', 4012], ...http },
	{ name: 'email', entry: 'workers/email/src/main.ts', port: ['EMAIL_PORT', 4013], ...http },
	{ name: 'storefront', entry: 'storefront/server.ts', port: ['STOREFRONT_PORT', 3000], ...http },
];

/** Ports that belong to a service beside its own. */
export const furtherPorts: [setting: string, byDefault: number][] = [
	['GATEWAY_METRICS_PORT', 4010],
	['MAIL_SMTP_PORT', 1025],
];
