import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

/** A page of somebody who was never here before, and what went wrong on it. */
export interface Visit extends AsyncDisposable {
	context: BrowserContext;
	page: Page;
	/** Errors on the console, and requests to other hosts than this machine. */
	complaints: string[];
}

export async function openVisit(browser: Browser, options: BrowserContextOptions = {}): Promise<Visit> {
	const context = await browser.newContext({ acceptDownloads: true, ...options });
	context.setDefaultTimeout(15_000);
	const page = await context.newPage();
	const complaints: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error') complaints.push(message.text());
	});
	page.on('pageerror', (error) => complaints.push(error.message));
	const mustBeOurs = (made: { url(): string }) => {
		const { hostname, protocol } = new URL(made.url());
		if (/^(http|ws)/.test(protocol) && hostname !== 'localhost') complaints.push(`foreign: ${made.url()}`);
	};
	page.on('request', mustBeOurs);
	page.on('websocket', mustBeOurs);
	return { context, page, complaints, [Symbol.asyncDispose]: () => context.close() };
}
