import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ApiConsumer } from '../../src/api-consumer.ts';
import { launchChromium } from '../../src/chromium.ts';
import { type RunningShop, startShop } from '../../src/start-shop.ts';
import { openVisit, type Visit } from '../../src/visit.ts';

let shop: RunningShop;
let browser: Browser;
let visit: Visit;
let page: Page;

// As a shop runs that serves none but its own pages.
beforeAll(async () => {
	[shop, browser] = await Promise.all([startShop({ settings: { PERSISTED_ONLY: '1' } }), launchChromium()]);
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

async function addToCart(handle: string): Promise<void> {
	await page.goto(`${shop.storefrontUrl}/products/${handle}`, { waitUntil: 'networkidle' });
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
	await page.getByRole('button', { name: 'Continue to payment' }).click();
}

/** From the payment to the button that pays, with the card that ends in these digits. */
async function chooseCard(last4: string): Promise<void> {
	await page.waitForURL(/\/checkout\/payment$/);
	await page.getByRole('radio', { name: last4 }).check();
	await page.getByRole('button', { name: 'Continue to review' }).click();
	await page.waitForURL(/\/checkout\/review$/);
}

describe('buying in a browser', () => {
	it('goes from the home page to the downloaded original, the order moving without a reload', async () => {
		await page.goto(shop.storefrontUrl);
		await page.getByLabel('Search artworks').fill('night');
		await page.keyboard.press('Enter');
		await page.waitForURL(/\/search\?.*q=night/);
		await page.locator('main a[href^="/products/"]').first().click();
		await page.waitForURL(/\/products\//);
		const first = new URL(page.url()).pathname.split('/').pop()!;
		const name = await page.getByRole('heading', { level: 1 }).innerText();
		await addToCart(first);
		await addToCart(first === 'jade-collar' ? 'seven-turns' : 'jade-collar');

		await page.getByRole('link', { name: 'View cart' }).click();
		await page.waitForURL(/\/cart$/);
		await page.getByRole('link', { name: /checkout/i }).click();
		await page.waitForURL(/\/checkout/);
		await fillContact('lucja@example.com');
		await chooseCard('4242');
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
		const pdf = await visit.context.request.get(new URL(invoice!, shop.storefrontUrl).href);
		expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');

		const mails = (await (await fetch(`${shop.mailUrl}/api/mails`)).json()) as {
			to: string[];
			text: string;
		}[];
		expect(mails.find(({ to }) => to.includes('lucja@example.com'))?.text).toContain(name);

		await page.goto(`${shop.storefrontUrl}/orders`);
		await page.getByText('Completed').first().waitFor();
		expect(visit.complaints).toEqual([]);
	});

	it('explains a declined card and takes another, on a phone', async () => {
		await visit.context.close();
		visit = await openVisit(browser, {
			viewport: { width: 390, height: 844 },
			hasTouch: true,
			isMobile: true,
		});
		page = visit.page;
		await page.goto(shop.storefrontUrl, { waitUntil: 'networkidle' });
		await page.locator('main ul a[href^="/products/"]').first().tap();
		await page.waitForURL(/\/products\//);
		await page.getByRole('button', { name: 'Add to cart' }).first().tap();
		await page.getByRole('link', { name: 'Checkout' }).tap();
		await fillContact('declined@example.com');
		await chooseCard('9995');
		await page.getByRole('button', { name: /^Pay \$/ }).click();
		await page.getByText('Payment declined').first().waitFor();
		await page.getByRole('radio', { name: /4242/ }).check();
		await page.getByRole('button', { name: /^(Pay|Try)/ }).click();
		await page.getByText('Order completed', { exact: true }).waitFor();
		expect(visit.complaints).toEqual([]);
	});

	it('keeps what was typed and says what is wrong by its field', async () => {
		await addToCart('moon-night');
		await page.goto(`${shop.storefrontUrl}/checkout`);
		await fillContact('not an address');
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
		await chooseCard('4242');
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

	it('needs no operation that is not on the shop’s list, and no other runs', async () => {
		const { errors } = await new ApiConsumer(shop.gatewayUrl).ask(
			'{ products(first: 1) { nodes { name } } }',
		);
		expect(errors[0]?.extensions?.code).toBe('PERSISTED_QUERY_ONLY');
	});
});
