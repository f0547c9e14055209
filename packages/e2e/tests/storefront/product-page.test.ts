import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CatalogueAdmin } from '../../src/catalogue-admin.ts';
import { launchChromium } from '../../src/chromium.ts';
import { flaws } from '../../src/flaws.ts';
import { processesOf } from '../../src/processes.ts';
import { type RunningShop, startShop } from '../../src/start-shop.ts';
import { openVisit, type Visit } from '../../src/visit.ts';

const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

let shop: RunningShop;
let browser: Browser;
let admin: CatalogueAdmin;
let visit: Visit;
let page: Page;

beforeAll(async () => {
	[shop, browser] = await Promise.all([startShop({ settings: { PERSISTED_ONLY: '1' } }), launchChromium()]);
	admin = new CatalogueAdmin(shop);
});
afterAll(async () => {
	await browser?.close();
	await shop?.[Symbol.asyncDispose]();
});
afterEach(() => visit?.[Symbol.asyncDispose]());

async function open(
	handle: string,
	viewport: { width: number; height: number },
	how?: BrowserContextOptions,
) {
	visit = await openVisit(browser);
	page = visit.page;
	await page.setViewportSize(viewport);
	await page.emulateMedia({ colorScheme: how?.colorScheme ?? 'light', reducedMotion: 'reduce' });
	await page.addInitScript(() => {
		Object.assign(window, { shifts: [] });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
				(window as any).shifts.push(entry.value);
		}).observe({ type: 'layout-shift', buffered: true });
	});
	await page.goto(`${shop.storefrontUrl}/products/${handle}`, { waitUntil: 'commit' });
}

const trigger = () => page.getByRole('button', { name: /^Look closer at/ });
const dialog = () => page.getByRole('dialog');
const zoom = () => dialog().getByRole('status');
const bar = () => page.locator('[data-buy-bar]');
const picture = () => dialog().getByRole('img').last();
const shifted = () => page.evaluate(() => (window as any).shifts.reduce((a: number, b: number) => a + b, 0));
const alive = () => page.waitForLoadState('networkidle');

describe('the picture of an artwork', () => {
	it('is looked at closely by keyboard alone, and the focus comes back', async () => {
		await open('moon-night', desktop);
		await alive();
		for (let presses = 0; presses < 20; presses++) {
			await page.keyboard.press('Tab');
			if (await trigger().evaluate((element) => element === document.activeElement)) break;
		}
		await page.keyboard.press('Enter');
		await dialog().waitFor();
		expect(await dialog().evaluate((element) => element.contains(document.activeElement))).toBe(true);
		await expect.poll(() => zoom().innerText()).toMatch(/^100/);

		await page.keyboard.press('+');
		await page.keyboard.press('+');
		expect(await zoom().innerText()).toMatch(/^225/);
		const before = (await picture().boundingBox())!;
		await page.keyboard.press('ArrowRight');
		await expect.poll(async () => (await picture().boundingBox())!.x).toBeLessThan(before.x);
		await page.keyboard.press('0');
		expect(await zoom().innerText()).toMatch(/^100/);
		await page.keyboard.press('-');
		expect(await zoom().innerText()).toMatch(/^100/);

		await page.keyboard.press('Escape');
		await dialog().waitFor({ state: 'detached' });
		expect(await trigger().evaluate((element) => element === document.activeElement)).toBe(true);
		expect(visit.complaints).toEqual([]);
	});

	it('is zoomed where it is pointed at, by click and wheel, and dragged', async () => {
		await open('moon-night', desktop);
		await alive();
		await trigger().click();
		await dialog().waitFor();
		const fitted = (await picture().boundingBox())!;
		const spot = { x: fitted.x + fitted.width * 0.6, y: fitted.y + fitted.height * 0.4 };
		await page.mouse.click(spot.x, spot.y);
		await expect.poll(() => zoom().innerText()).toMatch(/^250/);
		await expect.poll(async () => (await picture().boundingBox())!.width).toBeCloseTo(fitted.width * 2.5, 0);
		const near = (await picture().boundingBox())!;
		expect((spot.x - near.x) / near.width).toBeCloseTo(0.6, 1);
		expect((spot.y - near.y) / near.height).toBeCloseTo(0.4, 1);

		await page.mouse.down();
		await page.mouse.move(spot.x + 40, spot.y + 60, { steps: 4 });
		await page.mouse.up();
		await expect.poll(async () => (await picture().boundingBox())!.y).toBeCloseTo(near.y + 60, 0);
		expect(await zoom().innerText()).toMatch(/^250/);

		await page.mouse.wheel(0, 600);
		await expect.poll(() => zoom().innerText()).toMatch(/^1\d\d/);
		await dialog().getByRole('button', { name: 'Close' }).click();
		await dialog().waitFor({ state: 'detached' });
		expect(visit.complaints).toEqual([]);
	});

	it('is pinched on a phone', async () => {
		visit = await openVisit(browser);
		const context = await browser.newContext({ viewport: phone, hasTouch: true, isMobile: true });
		page = await context.newPage();
		await page.goto(`${shop.storefrontUrl}/products/jade-collar`);
		await alive();
		await trigger().tap();
		await dialog().waitFor();
		const session = await context.newCDPSession(page);
		const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart?: number) =>
			session.send('Input.dispatchTouchEvent', {
				type,
				touchPoints:
					apart === undefined ? [] : [-1, 1].map((side) => ({ x: 195 + side * apart, y: 400, id: side + 1 })),
			});
		await touch('touchStart', 40);
		for (const apart of [50, 60, 70, 80]) await touch('touchMove', apart);
		await touch('touchEnd');
		await expect.poll(() => zoom().innerText()).toMatch(/^200/);
		await context.close();
	});

	it('hangs uncropped, and is the one picture that is asked for first', async () => {
		await open('jade-collar', phone);
		await alive();
		const image = page.locator('article img[srcset]');
		expect(await image.evaluate((element) => getComputedStyle(element).objectFit)).toBe('contain');
		expect(await page.locator('img[fetchpriority="high"]').count()).toBe(1);
		expect(await image.getAttribute('loading')).toBe('eager');
		expect(await image.evaluate((element: HTMLImageElement) => element.currentSrc)).toMatch(/\/card$/);
	});
});

describe('the buy bar of a phone', () => {
	it('comes when the button has gone, buys, and gives way to the footer', async () => {
		await open('seven-turns', phone);
		await alive();
		expect(await bar().isVisible()).toBe(false);
		await page.locator('details').evaluate((element) => element.scrollIntoView({ block: 'center' }));
		await bar().waitFor({ state: 'visible' });
		await bar().getByRole('button', { name: 'Add to cart' }).click();
		await page
			.getByText(/added to (your|the) cart/i)
			.first()
			.waitFor();
		await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
		await bar().waitFor({ state: 'hidden' });
		expect(await shifted()).toBeLessThan(0.02);

		await page.goto(`${shop.storefrontUrl}/cart`);
		await page.getByText('Seven Turns').first().waitFor();
		expect(visit.complaints).toEqual([]);
	});

	it('is not there on a wide screen', async () => {
		await open('seven-turns', desktop);
		await alive();
		await page.mouse.wheel(0, 700);
		await page.waitForTimeout(300);
		expect(await bar().isVisible()).toBe(false);
	});
});

describe('an artwork’s page', () => {
	it('tells what is bought, and what the licence allows', async () => {
		await open('jade-collar', phone);
		await alive();
		expect(await page.getByRole('list', { name: 'What you get' }).innerText()).toContain(
			'Portrait format, 4:5',
		);
		await page.getByText('What the licence allows').click();
		await page.getByText('offer prints of it for sale').waitFor();
		await page.locator('details').getByRole('link', { name: 'terms' }).click();
		await page.waitForURL(/\/terms$/);
		await page.getByText('offer prints of it for sale').waitFor();
		await page.goBack();
		await page.getByRole('list', { name: 'Themes' }).getByRole('link', { name: 'vase' }).click();
		await page.waitForURL(/\/search\?tag=vase$/);
		expect(visit.complaints).toEqual([]);
	});

	it('is whole without JavaScript', async () => {
		visit = await openVisit(browser);
		const context = await browser.newContext({ javaScriptEnabled: false, viewport: phone });
		page = await context.newPage();
		await page.goto(`${shop.storefrontUrl}/products/jade-collar`);
		expect(await trigger().isVisible()).toBe(false);
		expect(await bar().count()).toBe(0);
		await page.getByText('What the licence allows').click();
		await page.getByText('sell or publish the file').waitFor();
		const address = await page.getByRole('link', { name: 'Look closer' }).getAttribute('href');
		expect((await context.request.get(address!)).headers()['content-type']).toMatch(/^image\//);
		await page.getByRole('button', { name: 'Add to cart' }).click();
		await page.waitForURL(/\/cart/);
		await context.close();
	});

	it.each([
		['a phone', phone],
		['a wide screen', desktop],
	])('keeps everything in its place on %s while the rest comes', async (_, viewport) => {
		await open('moon-night', viewport);
		await page.getByRole('region', { name: 'Similar artworks' }).waitFor();
		await page.getByRole('complementary', { name: 'Advertisement' }).waitFor();
		await alive();
		await trigger().click();
		await dialog().waitFor();
		await page.keyboard.press('Escape');
		await page.getByRole('region', { name: 'Similar artworks' }).scrollIntoViewIfNeeded();
		await page.waitForTimeout(300);
		expect(await shifted()).toBeLessThan(0.02);
		expect(visit.complaints).toEqual([]);
	});

	it.each(['light', 'dark'] as const)(
		'has nothing that axe objects to in the %s theme',
		async (colorScheme) => {
			await open('jade-collar', phone, { colorScheme });
			await page.getByRole('region', { name: 'Similar artworks' }).waitFor();
			await page.getByText('What the licence allows').click();
			await page.mouse.wheel(0, 500);
			await bar().waitFor({ state: 'visible' });
			expect(await flaws(page)).toEqual([]);
			await trigger().click();
			await dialog().waitFor();
			expect(await flaws(page)).toEqual([]);
		},
	);

	it('says of an archived artwork that it is no longer sold, and shows others', async () => {
		const id = await admin.create({ handle: 'gone-by', name: 'Gone By', tags: ['vase'] });
		await admin.archive(id);
		await open('gone-by', phone);
		await page.getByText('This artwork is no longer sold.').waitFor();
		await page.getByRole('region', { name: 'Similar artworks' }).waitFor();
		expect(await page.getByRole('button', { name: 'Add to cart' }).count()).toBe(0);
		expect(await bar().count()).toBe(0);
		expect(await page.locator('meta[name="robots"]').getAttribute('content')).toBe('noindex');
		expect(visit.complaints).toEqual([]);
	});
});

describe('with ads and recommendations away', () => {
	const stopped: number[] = [];
	const signal = (name: 'SIGSTOP' | 'SIGCONT') => {
		for (const pid of stopped) process.kill(pid, name);
	};
	beforeAll(() => {
		const away = processesOf(shop.dataDir).filter(({ command }) =>
			/subgraphs\/(ads|recommendations)\/src\/main\.ts/.test(command),
		);
		expect(away).toHaveLength(2);
		stopped.push(...away.map(({ pid }) => pid));
		signal('SIGSTOP');
	});
	afterAll(() => signal('SIGCONT'));

	it('a page is there in time, sells, and leaves out what does not come', async () => {
		await open('tide-over-clay', desktop);
		await page.getByRole('heading', { level: 1, name: 'Tide over Clay' }).waitFor();
		await page.getByRole('button', { name: 'Add to cart' }).waitFor();
		await page.waitForFunction(
			() => (document.querySelector('article img[srcset]') as HTMLImageElement).complete,
		);
		await page.getByRole('button', { name: 'Add to cart' }).click();
		await page
			.getByText(/added to (your|the) cart/i)
			.first()
			.waitFor();

		await page.locator('.animate-pulse').first().waitFor({ state: 'detached' });
		await expect.poll(() => page.locator('.animate-pulse').count()).toBe(0);
		expect(await page.getByRole('region', { name: 'Similar artworks' }).count()).toBe(0);
		expect(await page.getByRole('complementary', { name: 'Advertisement' }).count()).toBe(0);
		expect(await shifted()).toBeLessThan(0.02);
		// A service that does not answer is given up after five seconds: the page was seen long before its last word.
		const { seen, ended } = await page.evaluate(() => ({
			seen: performance.getEntriesByName('first-contentful-paint')[0]!.startTime,
			ended: (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).responseEnd,
		}));
		expect(ended - seen).toBeGreaterThan(2_000);
		expect(visit.complaints).toEqual([]);
	});
});
