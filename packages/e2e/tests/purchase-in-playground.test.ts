import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ApiConsumer } from '../src/api-consumer.ts';
import { launchChromium } from '../src/chromium.ts';
import { PlaygroundPage } from '../src/playground-page.ts';
import { type RunningShop, startShop } from '../src/start-shop.ts';
import { openVisit, type Visit } from '../src/visit.ts';

let shop: RunningShop;
let browser: Browser;
let visit: Visit;
let page: Page;

beforeAll(async () => {
	[shop, browser] = await Promise.all([startShop(), launchChromium()]);
});
afterAll(async () => {
	await browser?.close();
	await shop?.[Symbol.asyncDispose]();
});
beforeEach(async () => {
	visit = await openVisit(browser);
	page = visit.page;
});
afterEach(() => visit[Symbol.asyncDispose]());

describe('buying in the playground', () => {
	const steps = [
		['CreateSession', '"token":'],
		['Search', '"totalCount":'],
		['AddToCart', '"quantity": 2'],
		['PlaceOrder', '"status": "PLACED"'],
		['WatchOrder', '"status": "COMPLETED"'],
	] as const;

	it('takes its tabs, run in order, until the order is completed', async () => {
		const playground = await PlaygroundPage.open(page, shop.gatewayUrl);
		expect(await playground.tabs.allInnerTexts()).toEqual(steps.map(([tab]) => tab));
		for (const [tab, text] of steps) {
			await playground.show(tab);
			await playground.run(text);
		}
		await playground.hasEnded();
		expect(visit.complaints).toEqual([]);
	});

	it('watches an order move until it rests or is asked to stop, and knows it after a reload', async () => {
		const playground = await PlaygroundPage.open(page, shop.gatewayUrl);
		for (const [tab, text] of steps.slice(0, 3)) {
			await playground.show(tab);
			await playground.run(text);
		}
		await playground.show('PlaceOrder');
		await playground.variables.getByText('pm_card_visa').dblclick();
		await page.keyboard.type('pm_card_chargeDeclined');
		await playground.run('"status": "PLACED"');
		await playground.show('WatchOrder');
		const [socket] = await Promise.all([
			page.waitForEvent('websocket'),
			playground.run('"status": "DECLINED"'),
		]);
		await Promise.all([socket.waitForEvent('close'), playground.stop()]);
		await playground.reload();
		await playground.run('"status": "DECLINED"');

		const { token, orderId } = JSON.parse(await page.evaluate('sessionStorage.getItem("remembered")'));
		await new ApiConsumer(shop.gatewayUrl, token).ask(
			`mutation ($orderId: ID!) {
				retryPayment(orderId: $orderId, paymentMethod: "pm_card_visa", idempotencyKey: "again") { order { id } }
			}`,
			{ orderId },
		);
		await playground.answer.getByText('"status": "COMPLETED"').first().waitFor();
		await playground.hasEnded();
		await playground.show('PlaceOrder');
		await playground.variables.getByText('pm_card_chargeDeclined').waitFor();
		expect(visit.complaints).toEqual([]);
	});

	it('says which tab comes first, and takes another session for one that is refused', async () => {
		await page.addInitScript('sessionStorage.setItem("remembered", JSON.stringify({ token: "expired" }))');
		const playground = await PlaygroundPage.open(page, shop.gatewayUrl);
		await playground.show('AddToCart');
		await playground.run('Run Search first');
		await playground.show('CreateSession');
		await playground.run('"token":');
		await playground.remembered.getByText(/^until /).waitFor();
	});

	it('has its documentation at hand on a phone, also after a long answer', async () => {
		await page.setViewportSize({ width: 390, height: 844 });
		const playground = await PlaygroundPage.open(page, shop.gatewayUrl);
		await playground.show('Search');
		await playground.run('"totalCount":');
		await playground.openDocumentation();
		expect(visit.complaints).toEqual([]);
	});

	it('is light or dark as the system is, unless a theme is chosen', async () => {
		const light = { page: 'rgb(250, 248, 244)', keyword: 'rgb(154, 68, 32)' };
		const dark = { page: 'rgb(21, 20, 18)', keyword: 'rgb(235, 162, 122)' };
		await page.emulateMedia({ colorScheme: 'light' });
		const playground = await PlaygroundPage.open(page, shop.gatewayUrl);
		const shows = (colours: typeof light) =>
			expect.poll(() => playground.colours(), { timeout: 15_000 }).toEqual(colours);
		await shows(light);
		await page.emulateMedia({ colorScheme: 'dark' });
		await shows(dark);
		await playground.chooseTheme('Light');
		await shows(light);
		await playground.reload();
		await shows(light);
		await playground.chooseTheme('System');
		await shows(dark);
		expect(visit.complaints).toEqual([]);
	});
});
