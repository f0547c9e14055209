import { filesDir, host, port, redisUrl, replica, seller } from '@infinite-blob/config/setting';
import { readSettings } from '@infinite-blob/config/settings';
import { z } from 'zod';

export type Config = ReturnType<typeof readConfig>;

export function readConfig() {
	return readSettings({
		INVOICE_PORT: port(4012),
		HOST: host,
		REDIS_URL: redisUrl,
		REPLICA: replica,
		FILES_DIR: filesDir,
		...seller,
		/** Printed where the law asks for it, with its label: VAT NL000000000B00. */
		SELLER_TAX_ID: z.string().default(''),
	});
}
