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

/** An absolute http(s) address, kept without a slash at its end. */
export function httpUrl(byDefault: string) {
	return z
		.url({ protocol: /^https?$/, error: 'must be an absolute http(s) address' })
		.default(byDefault)
		.transform((url) => url.replace(/\/+$/, ''));
}

/** A fellow service's address, given with or without its /graphql; kept without. */
export function serviceUrl(byDefault: string) {
	return httpUrl(byDefault).transform((url) => url.replace(/\/graphql$/, ''));
}

/** A Redis address; without one, the embedded Redis of the same machine. */
export const redisUrl = z
	.url({ protocol: /^rediss?$/, error: 'must be an address like redis://host:6379' })
	.default(() => `redis://127.0.0.1:${process.env.REDIS_EMBEDDED_PORT || 6390}`);

/** A secret of at least 32 characters. */
export const secret = z
	.string({ error: 'must be set, with at least 32 characters' })
	.min(32, 'must have at least 32 characters');

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

/** On with `1` or `true`. */
export function flag(byDefault: boolean) {
	return z
		.enum(['0', '1', 'true', 'false'], { error: 'must be 1 or 0' })
		.default(byDefault ? '1' : '0')
		.transform((value) => value === '1' || value === 'true');
}
