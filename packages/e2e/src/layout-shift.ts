import type { BrowserContext, Page } from 'playwright-core';

interface Watched {
	shifted: number;
}

/** Watches each page of the context for parts that move by themselves. */
export function watchLayoutShift(context: BrowserContext): Promise<unknown> {
	return context.addInitScript(() => {
		const watched = globalThis as unknown as Watched;
		watched.shifted = 0;
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries() as (PerformanceEntry & {
				value: number;
				hadRecentInput: boolean;
			})[])
				if (!entry.hadRecentInput) watched.shifted += entry.value;
		}).observe({ type: 'layout-shift', buffered: true });
	});
}

/** All shifts of the page since it was loaded; browsers call up to 0.1 good. */
export function layoutShift(page: Page): Promise<number> {
	return page.evaluate(() => (globalThis as unknown as Watched).shifted);
}
