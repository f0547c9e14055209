import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';

/** Kilobytes of JavaScript, compressed by gzip, that a page sends to whoever comes for the first time and does nothing. */
export async function scriptKilobytes(browser: Browser, url: string): Promise<{ files: number; kb: number }> {
	const context = await browser.newContext({ serviceWorkers: 'block' });
	const page = await context.newPage();
	const sizes: Promise<number>[] = [];
	page.on('response', (response) => {
		if (response.request().resourceType() !== 'script') return;
		sizes.push(response.body().then((body) => gzipSync(body).length));
	});
	await page.goto(url, { waitUntil: 'networkidle' });
	const bytes = await Promise.all(sizes);
	await context.close();
	return { files: bytes.length, kb: bytes.reduce((sum, size) => sum + size, 0) / 1_000 };
}
