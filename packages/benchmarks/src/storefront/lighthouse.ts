import { addToCart, buy, shopperOf } from '@infinite-blob/e2e/buying';
import { launchSharedChromium } from '@infinite-blob/e2e/chromium';
import { freePort } from '@infinite-blob/e2e/free-ports';
import { auditPage, type PageAudit } from '@infinite-blob/e2e/page-audit';
import type { RunningShop } from '@infinite-blob/e2e/start-shop';

/**
 * Audits home, an artwork, a cart with it and the order of it: each page once to warm the shop up, and the next time for
 * its figures.
 */
export async function auditPages(
	shop: RunningShop,
	handle: string,
): Promise<(PageAudit & { name: string })[]> {
	await using browser = await launchSharedChromium(await freePort());
	await (await browser.context.newPage()).goto(shop.storefrontUrl);
	const shopper = await shopperOf(browser.context, shop.gatewayUrl);
	await addToCart(shopper, handle);
	const order = await buy(shopper, 'pm_card_visa', 'COMPLETED');
	await addToCart(shopper, handle);
	const pages = { home: '/', product: `/products/${handle}`, cart: '/cart', order: `/orders/${order}` };
	const audits: (PageAudit & { name: string })[] = [];
	for (const [name, path] of Object.entries(pages)) {
		await auditPage(browser, shop.storefrontUrl + path);
		audits.push({ name, ...(await auditPage(browser, shop.storefrontUrl + path)) });
	}
	return audits;
}
