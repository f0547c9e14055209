import { filesDir, host, port, redisUrl, replica, seller } from '@infinite-blob/config/setting';
import { readSettings } from '@infinite-blob/config/settings';
import { z } from 'zod';

export type Config = ReturnType<typeof readConfig>;

const rateProblem =
	'must be a percentage above 0 and up to 100, with three decimals at most, such as 21 or 5.5';

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
		TAX_NAME: z.string().max(20, 'must have 20 characters at most').default('VAT'),
		/** The tax that all prices include; none is printed unless it is set. */
		TAX_RATE: z
			.string()
			.regex(/^\d{1,3}(\.\d{1,3})?$/, rateProblem)
			.transform(Number)
			.refine((rate) => rate > 0 && rate <= 100, rateProblem)
			.optional(),
	});
}
