import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addToCart, buy, shopperOf } from '../src/buying.ts';
import { launchSharedChromium, type SharedChromium } from '../src/chromium.ts';
import { flaws } from '../src/flaws.ts';
import { freePort } from '../src/free-ports.ts';
import { layoutShift, watchLayoutShift } from '../src/layout-shift.ts';
import { auditPage } from '../src/page-audit.ts';
import { compareScreen } from '../src/screens.ts';
import { type RunningShop, startShop } from '../src/start-shop.ts';

/** A page in the state that it is looked at in. */
interface Place {
	name: string;
	path: () => string;
	/** What is another each time: of the day, of the clock, of chance. */
	moving?: string[];
	/** The status it answers with. */
	status?: number;
}

const themes = ['light', 'dark'] as const;
const widths = { phone: [390, 844], tablet: [820, 1180], desktop: [1440, 900] } as const;
/** Of the pixels: letters are smoothed a little differently from one browser to the next. */
const tolerance = 0.01;
const mostShift = 0.02;

let shop: RunningShop;
let browser: SharedChromium;
let page: Page;
let complaints: string[];
let completed: string;
let declined: string;

const places: Place[] = [
	{ name: 'home', path: () => '/', moving: ['main a:has(img[fetchpriority="high"])'] },
	{ name: 'search', path: () => '/search?q=vase' },
	{ name: 'nothing found', path: () => '/search?q=zzzzzz' },
	{ name: 'product', path: () => '/products/moon-night', moving: ['aside[aria-label="Advertisement"]'] },
	{ name: 'cart', path: () => '/cart' },
	{ name: 'checkout', path: () => '/checkout' },
	{ name: 'order', path: () => `/orders/${completed}`, moving: ['time', '[data-following] .tabular-nums'] },
	{ name: 'declined order', path: () => `/orders/${declined}`, moving: ['time'] },
	{ name: 'orders', path: () => '/orders', moving: ['time'] },
	{ name: 'contact', path: () => '/contact' },
	{ name: 'privacy', path: () => '/privacy' },
	{ name: 'terms', path: () => '/terms' },
	{ name: 'not found', path: () => '/nowhere', status: 404 },
];

beforeAll(async () => {
	[shop, browser] = await Promise.all([startShop(), freePort().then(launchSharedChromium)]);
	browser.context.setDefaultTimeout(15_000);
	await watchLayoutShift(browser.context);
	await (await browser.context.newPage()).goto(shop.storefrontUrl);
	const shopper = await shopperOf(browser.context, shop.gatewayUrl);
	await addToCart(shopper, 'seven-turns');
	completed = await buy(shopper, 'pm_card_visa', 'COMPLETED');
	await addToCart(shopper, 'seven-turns');
	declined = await buy(shopper, 'pm_card_chargeDeclinedInsufficientFunds', 'DECLINED');
	for (const handle of ['jade-collar', 'moon-night']) await addToCart(shopper, handle);
	// What other pages show of a cart that the API has filled, they show from here on.
	const cart = await browser.context.newPage();
	await cart.goto(`${shop.storefrontUrl}/cart`);
	await cart.close();
});
afterAll(async () => {
	await browser?.[Symbol.asyncDispose]();
	await shop?.[Symbol.asyncDispose]();
});
beforeEach(async () => {
	page = await browser.context.newPage();
	complaints = [];
	page.on('console', (message) => {
		if (message.type() === 'error') complaints.push(message.text());
	});
	page.on('pageerror', (error) => complaints.push(error.message));
});
afterEach(() => page.close());

/** Run by the page itself: everything is there that is to be seen, wherever on the page it is. */
const whenDrawn = `document.fonts.ready.then(() => Promise.all(Array.from(document.images, (image) => {
	image.loading = 'eager';
	return image.decode().catch(() => {});
}))).then(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))`;

/** Opens a place, with all its pictures, at rest. */
async function open({ path, status = 200 }: Place, width: keyof typeof widths): Promise<void> {
	const [w, h] = widths[width];
	await page.setViewportSize({ width: w, height: h });
	await page.emulateMedia({ reducedMotion: 'reduce' });
	const response = await page.goto(shop.storefrontUrl + path(), { waitUntil: 'networkidle' });
	expect(response?.status()).toBe(status);
	await page.evaluate(whenDrawn);
}

describe.each(places)('the page “$name”', (place) => {
	it('looks as it did, with nothing for axe to find, no error and no shift', async () => {
		const differences: string[] = [];
		for (const width of Object.keys(widths) as (keyof typeof widths)[]) {
			await open(place, width);
			expect(await layoutShift(page)).toBeLessThan(mostShift);
			for (const theme of themes) {
				await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
				await page.evaluate(whenDrawn);
				// What is between a phone and a desktop has nothing that neither has.
				if (width !== 'tablet') expect(await flaws(page)).toEqual([]);
				const mask = (place.moving ?? []).map((selector) => page.locator(selector));
				const png = await page.screenshot({
					fullPage: true,
					mask,
					maskColor: '#808080',
					animations: 'disabled',
				});
				const name = `${place.name.replaceAll(' ', '-')}-${width}-${theme}`;
				const { share, seen } = await compareScreen(name, png);
				if (share > tolerance) differences.push(`${(share * 100).toFixed(1)} % of ${seen}`);
			}
		}
		expect(differences).toEqual([]);
		expect(complaints.filter((text) => !place.status || !text.includes(String(place.status)))).toEqual([]);
	}, 120_000);
});

describe('Lighthouse, on its middling phone', () => {
	it.each(places.filter(({ name }) => ['home', 'product', 'cart', 'order'].includes(name)))(
		'finds nothing to mend on the page “$name”',
		async ({ path }) => {
			const { scores, failures, layoutShift: shift } = await auditPage(browser, shop.storefrontUrl + path());
			expect(failures).toEqual([]);
			expect(scores).toMatchObject({ accessibility: 100, 'best-practices': 100, seo: 100 });
			expect(shift).toBeLessThan(mostShift);
		},
	);
});
