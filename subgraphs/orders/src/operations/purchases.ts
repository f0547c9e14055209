import { purchasePages } from '../purchase-history.ts';
import type { Command } from './command.ts';

export const purchases: Command = {
	usage: 'purchases',
	summary: 'writes what each paid order bought, one JSON object a line, for other services',
	async run({ redis, orders, documents, print }) {
		await orders.prepare();
		for await (const page of purchasePages(redis, documents)) {
			if (page.length > 0) print(page.map((purchase) => JSON.stringify(purchase)).join('\n'));
		}
	},
};
