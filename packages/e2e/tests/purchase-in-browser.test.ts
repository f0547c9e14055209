import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ApiConsumer } from '../src/api-consumer.ts';
import { launchChromium } from '../src/chromium.ts';
import { PlaygroundPage } from '../src/playground-page.ts';
import { type RunningShop, startShop } from '../src/start-shop.ts';

let shop: RunningShop;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: string[];

beforeAll(async () => {
	[shop, browser] = await Promise.all([startShop(), launchChromium()]);
});
afterAll(async () => {
	await browser?.close();
	await shop?.[Symbol.asyncDispose]();
});
beforeEach(async () => {
	context = await browser.newContext({ acceptDownloads: true });
	context.setDefaultTimeout(15_000);
	page = await context.newPage();
	complaints = [];
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
});
afterEach(async () => {
	await context.close();
});

async function addToCart(handle: string): Promise<void> {
	await page.goto(`${shop.storefrontUrl}/products/${handle}`);
	await page.getByRole('button', { name: 'Add to cart' }).click();
	await page
		.getByText(/added to (your|the) cart/i)
		.first()
		.waitFor();
}

async function fillContact(email: string): Promise<void> {
	await page.getByLabel('First name').fill('Łucja');
	await page.getByLabel('Last name').fill('Nowak');
	await page.getByLabel('E-mail').fill(email);
}

describe('buying in a browser', () => {
	it('goes from the home page to the downloaded original, the order moving without a reload', async () => {
		await page.goto(shop.storefrontUrl);
		await page.getByRole('searchbox').first().fill('night');
		await page.keyboard.press('Enter');
		await page.waitForURL(/\/search\?.*q=night/);
		await page.locator('main a[href^="/products/"]').first().click();
		await page.waitForURL(/\/products\//);
		const first = new URL(page.url()).pathname.split('/').pop()!;
		const name = await page.getByRole('heading', { level: 1 }).innerText();
		await addToCart(first);
		await addToCart(first === 'jade-collar' ? 'seven-turns' : 'jade-collar');

		await page.getByRole('link', { name: /^cart/i }).click();
		await page.waitForURL(/\/cart$/);
		await page.getByRole('link', { name: /checkout/i }).click();
		await page.waitForURL(/\/checkout/);
		await fillContact('lucja@example.com');
		await page.getByRole('button', { name: /^Pay \$/ }).click();
		await page.waitForURL(/\/orders\/ord_/);

		let loads = 0;
		page.on('load', () => loads++);
		await page.getByText('Order completed', { exact: true }).waitFor();
		expect(loads).toBe(0);
		const timeline = await page.getByRole('region', { name: 'Progress' }).innerText();
		for (const step of ['Order placed', 'Payment received', 'Invoice written'])
			expect(timeline).toContain(step);

		const downloading = page.waitForEvent('download');
		await page.getByRole('button', { name: `Download ${name}` }).click();
		const file = readFileSync(await (await downloading).path());
		expect(file.subarray(8, 12).toString()).toBe('WEBP');
		await page.getByText('4 downloads left').waitFor();

		const invoice = await page.getByRole('link', { name: 'Invoice' }).getAttribute('href');
		const pdf = await context.request.get(new URL(invoice!, shop.storefrontUrl).href);
		expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');

		const mails = (await (await fetch(`${shop.mailUrl}/api/mails`)).json()) as {
			to: string[];
			text: string;
		}[];
		expect(mails.find(({ to }) => to.includes('lucja@example.com'))?.text).toContain(name);

		await page.goto(`${shop.storefrontUrl}/orders`);
		await page.getByText('Completed').first().waitFor();
		expect(complaints).toEqual([]);
	});

	it('explains a declined card and takes another', async () => {
		await addToCart('moon-night');
		await page.goto(`${shop.storefrontUrl}/checkout`);
		await fillContact('declined@example.com');
		await page.getByRole('radio', { name: /9995/ }).check();
		await page.getByRole('button', { name: /^Pay \$/ }).click();
		await page.getByText('Payment declined').first().waitFor();
		await page.getByRole('radio', { name: /4242/ }).check();
		await page.getByRole('button', { name: /^(Pay|Try)/ }).click();
		await page.getByText('Order completed', { exact: true }).waitFor();
		expect(complaints).toEqual([]);
	});

	it('keeps what was typed and says what is wrong by its field', async () => {
		await addToCart('moon-night');
		await page.goto(`${shop.storefrontUrl}/checkout`);
		await fillContact('not an address');
		await page.getByRole('button', { name: /^Pay \$/ }).click();
		await page.locator('[aria-invalid="true"]').first().waitFor();
		expect(await page.getByLabel('E-mail').inputValue()).toBe('not an address');
		expect(await page.getByLabel('First name').inputValue()).toBe('Łucja');
	});

	it('works without JavaScript', async () => {
		const plain = await browser.newContext({ javaScriptEnabled: false });
		plain.setDefaultTimeout(15_000);
		page = await plain.newPage();
		await page.goto(`${shop.storefrontUrl}/products/moon-night`);
		await page.getByRole('button', { name: 'Add to cart' }).click();
		await page.goto(`${shop.storefrontUrl}/checkout`);
		await fillContact('plain@example.com');
		await page.getByRole('button', { name: /^Pay \$/ }).click();
		await page.waitForURL(/\/orders\/ord_/);
		await expect
			.poll(
				async () => {
					await page.reload();
					return page.getByRole('region', { name: 'Progress' }).innerText();
				},
				{ timeout: 10_000 },
			)
			.toContain('Confirmation sent');
		await plain.close();
	});
});

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
		expect(complaints).toEqual([]);
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
		expect(complaints).toEqual([]);
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
		expect(complaints).toEqual([]);
	});
});
