import path from 'node:path';
import { z } from 'zod';
import { projectRoot } from './project-root.ts';
import { dataFolder } from './settings.ts';

/** A TCP port; 0 lets the system choose one. */
export function port(byDefault: number) {
	return z.coerce
		.number({ error: 'must be a port from 0 to 65535' })
		.int('must be a port from 0 to 65535')
		.min(0, 'must be a port from 0 to 65535')
		.max(65535, 'must be a port from 0 to 65535')
		.default(byDefault);
}

/** The address to listen on. */
export const host = z.string().default('127.0.0.1');

const httpAddress = z
	.url({ protocol: /^https?$/, error: 'must be an absolute http(s) address' })
	.transform((url) => url.replace(/\/+$/, ''));

/** What links to the gateway begin with: this machine and the gateway's port, unless set. */
export const publicGatewayUrl = httpAddress.default(() => `http://localhost:${portOf('GATEWAY_PORT', 4000)}`);

/** What links to the shop begin with: this machine and the storefront's port, unless set. */
export const publicStorefrontUrl = httpAddress.default(
	() => `http://localhost:${portOf('STOREFRONT_PORT', 3000)}`,
);

/** An absolute http(s) address, kept without a slash at its end, where something else can stand in for it. */
export const optionalHttpUrl = httpAddress.optional();

const serviceAddress = httpAddress.transform((url) => url.replace(/\/graphql$/, ''));

/**
 * A fellow service's address, given with or without its /graphql, kept without: on this machine, unless set.
 *
 * @param portSetting the setting of its port there
 */
export function serviceUrl(portSetting: string, defaultPort: number) {
	return serviceAddress.default(() => `http://127.0.0.1:${portOf(portSetting, defaultPort)}`);
}

/** As `serviceUrl`, for what has an address to fall back on. */
export const optionalServiceUrl = serviceAddress.optional();

/** A Redis address; without one, the embedded Redis of the same machine. */
export const redisUrl = z
	.url({ protocol: /^rediss?$/, error: 'must be an address like redis://host:6379' })
	.default(() => `redis://127.0.0.1:${portOf('REDIS_EMBEDDED_PORT', 6390)}`);

function portOf(setting: string, byDefault: number): string {
	return process.env[setting] || String(byDefault);
}

/** A secret of at least 32 characters. */
export const secret = z
	.string({ error: 'must be set, with at least 32 characters' })
	.min(32, 'must have at least 32 characters');

/** Secrets that have given way to another and still hold: none, or several with commas between them. */
export const secretsBefore = z
	.string()
	.default('')
	.transform((list) => list.split(',').filter(Boolean))
	.pipe(z.array(z.string().min(32, 'must have at least 32 characters each')));

/** Who charges: the built-in test provider, or Stripe where its key is set. */
export const paymentProvider = z
	.enum(['test', 'stripe'], { error: 'must be test or stripe' })
	.default(() => (process.env.STRIPE_SECRET_KEY ? 'stripe' : 'test'));

/** Tells the replicas of a service apart; the same again after a restart of the same replica. */
export const replica = z.string().default('1');

/** The folder that holds everything the shop keeps on disk, as an absolute path. */
export const dataDir = z.string().optional().transform(dataFolder);

/** The folder of originals, previews and invoices: `files` below the data folder unless set. */
export const filesDir = z
	.string()
	.optional()
	.transform((given) =>
		given ? path.resolve(projectRoot, given) : path.join(dataFolder(process.env.DATA_DIR), 'files'),
	);

/** Who sells: on the shop's pages, on invoices and in mails. */
export const seller = {
	SELLER_NAME: z.string().default('Infinite Blob'),
	/** Commas separate its lines. */
	SELLER_ADDRESS: z.string().default('8 Kiln Street, 1016 Claybridge, Netherlands'),
	SELLER_EMAIL: z.email('must be an e-mail address').default('hello@infinite-blob.example'),
};

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** How a service logs: the least level shown, and whether for machines or for readers. */
export const logging = {
	LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` }).default('info'),
	/** By the terminal, unless set. */
	LOG_FORMAT: z.enum(['json', 'pretty'], { error: 'must be json or pretty' }).optional(),
};

/** A duration of at least a millisecond. */
export function milliseconds(byDefault: number) {
	return count(byDefault, 1);
}

/** A whole number. */
export function count(byDefault: number | (() => number), least = 0) {
	const error = `must be a whole number of at least ${least}`;
	return z.coerce
		.number({ error })
		.int(error)
		.min(least, error)
		.default(byDefault as never);
}

/** Where traces go. */
export const tracing = {
	/** OpenTelemetry's own setting: the collector's address for OTLP over HTTP, without /v1/traces. */
	OTEL_EXPORTER_OTLP_ENDPOINT: optionalHttpUrl,
};

/** On with `1` or `true`. @param byDefault asked when the settings are read, if it is a function */
export function flag(byDefault: boolean | (() => boolean)) {
	return z
		.enum(['0', '1', 'true', 'false'], { error: 'must be 1 or 0' })
		.transform((value) => value === '1' || value === 'true')
		.default(() => (typeof byDefault === 'function' ? byDefault() : byDefault));
}
