import { filesDir, host, port, redisUrl } from '@infinite-blob/config/setting';
import { readSettings } from '@infinite-blob/config/settings';
import { z } from 'zod';

export type Config = ReturnType<typeof readConfig>;

export function readConfig() {
	return readSettings({
		INVOICE_PORT: port(4012),
		HOST: host,
		REDIS_URL: redisUrl,
		REPLICA: z.string().default('1'),
		FILES_DIR: filesDir,
		SELLER_NAME: z.string().default('Infinite Blob'),
		/** Commas separate its lines. */
		SELLER_ADDRESS: z.string().default('8 Kiln Street, 1016 Claybridge, Netherlands'),
		SELLER_EMAIL: z.email('must be an e-mail address').default('hello@infinite-blob.example'),
		/** Printed where the law asks for it, with its label: VAT NL000000000B00. */
		SELLER_TAX_ID: z.string().default(''),
	});
}
