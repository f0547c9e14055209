import type { Catalogue } from './catalogue.ts';
import type { Purchases } from './purchases.ts';

/** So many fill up the longest list, whatever is left out of it. */
const enough = 150;
/** Archived products among those that were bought take no more than so many looks. */
const pageSize = 200;
const mostPages = 5;

/** The products on sale that were bought most of late, and then the newest: what may be shown to anybody. */
export async function readPopular(purchases: Purchases, catalogue: Catalogue): Promise<string[]> {
	const newest = catalogue.newest(enough);
	const found: string[] = [];
	for (let page = 0; page < mostPages && found.length < enough; page++) {
		const ids = await purchases.trending(pageSize, page * pageSize);
		found.push(...(await catalogue.onSale(ids)));
		if (ids.length < pageSize) break;
	}
	return [...new Set([...found, ...(await newest)])];
}
