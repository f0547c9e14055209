import { launchSharedChromium } from '@infinite-blob/e2e/chromium';
import { freePort } from '@infinite-blob/e2e/free-ports';
import { auditPage, type PageAudit } from '@infinite-blob/e2e/page-audit';
import type { RunningShop } from '@infinite-blob/e2e/start-shop';

/** Audits each page once to warm the shop up and the next time for its figures. */
export async function auditPages(
	{ storefrontUrl }: RunningShop,
	pages: Record<string, string>,
): Promise<(PageAudit & { name: string })[]> {
	await using browser = await launchSharedChromium(await freePort());
	const audits: (PageAudit & { name: string })[] = [];
	for (const [name, path] of Object.entries(pages)) {
		await auditPage(browser, storefrontUrl + path);
		audits.push({ name, ...(await auditPage(browser, storefrontUrl + path)) });
	}
	return audits;
}
