import type { Browser, Page } from 'playwright-core';
import { oneOf } from '../gateway/queries.ts';

const clicks = 20;
/** Four times slower than this machine: about a middling phone, as Lighthouse has it. */
const throttling = 4;

/**
 * Milliseconds from a press of "Add to cart" to the next paint, as the browser's Event Timing counts them (in steps of
 * 8 ms), each time on a page of its own.
 */
export async function addToCartDelays(
	browser: Browser,
	storefrontUrl: string,
	handles: readonly string[],
): Promise<number[]> {
	const delays: number[] = [];
	for (let i = 0; i < clicks; i++) {
		const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
		const page = await context.newPage();
		await page.goto(`${storefrontUrl}/products/${oneOf(handles)}`, { waitUntil: 'networkidle' });
		const devtools = await context.newCDPSession(page);
		await devtools.send('Emulation.setCPUThrottlingRate', { rate: throttling });
		await watchInteractions(page);
		await page.getByRole('main').getByRole('button', { name: 'Add to cart', exact: true }).first().click();
		await page.waitForTimeout(1_000);
		delays.push(await page.evaluate(() => Math.max(0, ...(globalThis as { delays?: number[] }).delays!)));
		await context.close();
	}
	return delays;
}

async function watchInteractions(page: Page): Promise<void> {
	await page.evaluate(() => {
		const delays: number[] = [];
		Object.assign(globalThis, { delays });
		const observer = new PerformanceObserver((list) => {
			// Only a press is an interaction: what passes by on the way to it is not.
			for (const entry of list.getEntries() as { duration: number; interactionId?: number }[])
				if (entry.interactionId) delays.push(entry.duration);
		});
		// Node's types know of none but Node's own entries.
		observer.observe({ type: 'event', durationThreshold: 16 } as object as { type: 'measure' });
	});
}
