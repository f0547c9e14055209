import type { BrowserContext, Page } from 'playwright-core';

const watch = `
	globalThis.shifted = 0;
	new PerformanceObserver((list) => {
		for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) globalThis.shifted += value;
	}).observe({ type: 'layout-shift', buffered: true });
`;

/** Watches each page of the context for parts that move by themselves. */
export function watchLayoutShift(context: BrowserContext): Promise<unknown> {
	return context.addInitScript(watch);
}

/** All shifts of the page since it was loaded; browsers call up to 0.1 good. */
export function layoutShift(page: Page): Promise<number> {
	return page.evaluate('shifted');
}
