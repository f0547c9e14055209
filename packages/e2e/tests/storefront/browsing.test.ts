import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ApiConsumer } from '../../src/api-consumer.ts';
import { launchChromium } from '../../src/chromium.ts';
import { flaws } from '../../src/flaws.ts';
import { layoutShift, watchLayoutShift } from '../../src/layout-shift.ts';
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

/** Until its scripts are there. */
async function open(address: string) {
	const response = await page.goto(shop.storefrontUrl + address);
	await page.getByRole('combobox', { name: 'Search artworks' }).waitFor();
	return response;
}
const address = () => page.url().slice(shop.storefrontUrl.length);
const names = () => page.locator('main section a[href^="/products/"] .font-medium').allInnerTexts();
const themes = () => page.getByRole('navigation', { name: 'Themes' });
const chosen = () => page.getByRole('list', { name: 'Chosen filters' });
const notes = () => page.getByRole('list', { name: 'Please note' });
const says = (text: string | RegExp) => page.locator('main').getByText(text).first().waitFor();
const box = () => page.getByLabel('Search artworks');
const suggestions = () => page.getByRole('listbox', { name: 'Suggestions' });

const soon = <T>(what: () => Promise<T> | T) => expect.poll(what, { timeout: 10_000 });
const focused = async (what: Locator) => (await what.and(page.locator(':focus')).count()) === 1;

/** Holds back what navigations ask for until it is called. */
async function holdNavigations(): Promise<() => void> {
	const { promise, resolve } = Promise.withResolvers<void>();
	await page.route('**/__data.json*', async (route) => {
		await promise;
		await route.continue().catch(() => undefined);
	});
	return resolve;
}

describe('browsing', () => {
	it('filters twice, and Back from an artwork restores the filters, the result and the place', async () => {
		await watchLayoutShift(visit.context);
		await open('/search');
		await themes()
			.getByRole('link', { name: /^ceramics/ })
			.click();
		await page.waitForURL(/tag=ceramics/);
		await says('15 artworks');
		await themes().getByRole('link', { name: /^vase/ }).click();
		await page.waitForURL(/tag=ceramics&tag=vase/);
		await page.getByLabel('From').fill('$40');
		await page.getByLabel('To', { exact: true }).fill('70');
		await page.keyboard.press('Enter');
		await page.waitForURL(/min=40&max=70/);
		await page.getByLabel('Sort by').selectOption('Price, low to high');
		await page.waitForURL(/sort=price-asc/);
		await chosen().getByText('$40 to $70').waitFor();
		await page.locator('main section[aria-busy="false"]').waitFor();
		const there = address();
		const found = await names();
		expect(found.length).toBeGreaterThan(5);

		await page.evaluate('scrollTo(0, 500)');
		const place = await page.evaluate<number>('scrollY');
		expect(place).toBeGreaterThan(200);
		await page.getByRole('link', { name: found[4]! }).click();
		await page.waitForURL(/\/products\//);
		await page.goBack();
		await soon(names).toEqual(found);
		expect(address()).toBe(there);
		expect(await page.getByLabel('From').inputValue()).toBe('40');
		expect(await page.getByLabel('Sort by').inputValue()).toBe('price-asc');
		await soon(() => page.evaluate('scrollY')).toBe(place);

		await page.goBack();
		await page.waitForURL(/min=40&max=70$/);
		await soon(() => page.getByLabel('Sort by').inputValue()).toBe('newest');
		expect(await layoutShift(page)).toBeLessThan(0.02);
		expect(visit.complaints).toEqual([]);
	});

	it('shows a chosen filter before its result is there, and adds the next one to it', async () => {
		await watchLayoutShift(visit.context);
		await open('/search');
		const release = await holdNavigations();
		await themes()
			.getByRole('link', { name: /^ceramics/ })
			.click();
		await chosen().getByText('ceramics').waitFor();
		const result = page.getByRole('region', { name: 'Artworks' });
		expect(await result.getAttribute('aria-busy')).toBe('true');
		await themes()
			.getByRole('link', { name: /^green/ })
			.click();
		await chosen().getByText('green').waitFor();
		// What moves within half a second of a click is not counted as a shift.
		await page.waitForTimeout(600);
		release();
		await page.waitForURL(/tag=ceramics&tag=green/);
		await says('4 artworks');
		await soon(() => result.getAttribute('aria-busy')).toBe('false');
		expect(await layoutShift(page)).toBeLessThan(0.02);
	});

	it('keeps the focus and the place when a filter changes, and clears them one by one or all at once', async () => {
		await open('/search');
		await page.evaluate('scrollTo(0, 240)');
		const calm = themes().getByRole('link', { name: /^calm/ });
		await calm.focus();
		await page.keyboard.press('Enter');
		await page.waitForURL(/tag=calm/);
		await says('13 artworks');
		expect(await focused(calm)).toBe(true);
		expect(await page.evaluate('scrollY')).toBe(240);
		await themes().getByRole('link', { name: /^vase/ }).click();
		await page.waitForURL(/tag=calm&tag=vase/);

		await chosen().getByRole('link', { name: 'Remove calm' }).click();
		await page.waitForURL(/\?tag=vase$/);
		await page.getByRole('status').filter({ hasText: '15 artworks with vase' }).waitFor();
		await soon(() => page.evaluate('document.activeElement.role')).toBe('status');
		await chosen().getByRole('link', { name: 'Clear all' }).click();
		await page.waitForURL(/\/search$/);
		await says('52 artworks');
		expect(visit.complaints).toEqual([]);
	});

	it('says by its fields what is wrong with a price, and keeps what was typed', async () => {
		await open('/search');
		await page.getByLabel('From').fill('50');
		await page.getByLabel('To', { exact: true }).fill('20');
		await page.getByRole('button', { name: 'Apply' }).click();
		await page.getByRole('alert').filter({ hasText: 'above the highest' }).waitFor();
		expect(await page.getByLabel('To', { exact: true }).inputValue()).toBe('20');
		expect(await focused(page.getByLabel('From'))).toBe(true);
		expect(address()).toBe('/search');
		await page.getByLabel('To', { exact: true }).fill('cheap');
		await page.keyboard.press('Enter');
		await page.getByRole('alert').filter({ hasText: '“cheap” is not a price' }).waitFor();
		expect(await focused(page.getByLabel('To', { exact: true }))).toBe(true);
		expect(await page.locator('[aria-invalid="true"]').count()).toBe(1);
	});

	it('turns pages in both directions, each at its own address', async () => {
		await open('/search?sort=name');
		const first = await names();
		expect(first).toHaveLength(24);
		await page.getByRole('link', { name: 'Next page' }).click();
		await soon(names).not.toEqual(first);
		expect(address()).toContain('after=');
		const second = await names();
		await page.getByRole('link', { name: 'Next page' }).click();
		await soon(names).toHaveLength(4);
		expect(await page.getByRole('link', { name: 'Next page' }).count()).toBe(0);
		const last = address();
		await page.getByRole('link', { name: 'Previous page' }).click();
		await soon(names).toEqual(second);
		expect(address()).toContain('before=');
		await page.reload();
		expect(await names()).toEqual(second);
		await page.getByRole('link', { name: 'Previous page' }).click();
		await soon(names).toEqual(first);
		await page.goBack();
		await soon(names).toEqual(second);
		await page.goBack();
		await soon(names).toHaveLength(4);
		expect(address()).toBe(last);
		expect(await page.locator('link[rel="prev"]').count()).toBe(1);

		await page.getByLabel('Sort by').selectOption('Newest');
		await page.waitForURL(/\/search$/);
		expect(visit.complaints).toEqual([]);
	});

	it('folds the filters away on a phone', async () => {
		await page.setViewportSize({ width: 390, height: 844 });
		await open('/search');
		expect(await themes().isVisible()).toBe(false);
		await page.locator('summary').click();
		await themes().getByRole('link', { name: /^vase/ }).click();
		await page.getByRole('button', { name: 'Show 15 artworks' }).click();
		expect(await themes().isVisible()).toBe(false);
		await chosen().getByText('vase').waitFor();
		const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
		expect(overflow).toBeLessThanOrEqual(0);
		expect(visit.complaints).toEqual([]);
	});
});

describe('searching', () => {
	it('finds in spite of a typing error, and says so', async () => {
		await open('/');
		await box().fill('vaze');
		await page.keyboard.press('Enter');
		await says('Showing results for');
		await says('15 artworks');
		await page.locator('main').getByRole('link', { name: 'vase', exact: true }).click();
		await page.waitForURL(/q=vase$/);
		await says('15 artworks');
		expect(await page.getByText('Showing results for').count()).toBe(0);
		expect(visit.complaints).toEqual([]);
	});

	it('leads out of an empty result', async () => {
		await open('/search?q=moon+zzzz&tag=blue&min=3');
		await says('Nothing matches that');
		expect((await names()).length).toBe(4);
		await page.getByRole('link', { name: 'Search “moon zzzz” without filters' }).click();
		await page.waitForURL(/q=moon\+zzzz$/);
		await says('Did you mean');
		await page.locator('main').getByRole('link', { name: 'moon', exact: true }).click();
		await page.waitForURL(/q=moon$/);
		await soon(names).toContain('Moon Night');

		await open('/search?tag=nonsense');
		await page.getByRole('link', { name: 'Clear the filters' }).click();
		await says('52 artworks');
		await open('/search?q=zzzz');
		await page.getByRole('link', { name: 'See all artworks' }).click();
		await says('52 artworks');
		expect(visit.complaints).toEqual([]);
	});

	it.each([
		['prices the wrong way round', 'min=50&max=20', /lowest price/, 52],
		['a price below nothing', 'min=-5', /not a price/, 52],
		['a huge price', 'max=1e99&tag=vase', /not a price/, 15],
		['an unknown order', 'sort=upwards', /no such order/, 52],
		['a forged page', 'after=forged', /no such page/, 52],
		['two pages', 'after=a&before=b', /first one/, 52],
		['10,000 characters', `q=${'vase '.repeat(2_000)}`, /first 200 characters/, 15],
		['300 emoji', `q=${encodeURIComponent('😀'.repeat(300))}`, /first 200 characters/, 0],
		['40 themes', Array.from({ length: 40 }, (_, place) => `tag=t${place}`).join('&'), /first 20 themes/, 0],
	])('shows a calm page for %s and says what was ignored', async (_, query, note, count) => {
		expect((await open(`/search?${query}`))?.status()).toBe(200);
		expect(await notes().innerText()).toMatch(note);
		await says(new RegExp(`^${count} artworks?`));
		expect(visit.complaints).toEqual([]);
	});

	it.each([
		'😀',
		'@name:{x} | -(*) "\\',
		'<script>alert(1)</script>',
		"' OR 1=1 --",
		'%',
		'\0',
		'*',
		'\u202e',
	])('takes %j for words like any others', async (text) => {
		expect((await open(`/search?q=${encodeURIComponent(text)}`))?.status()).toBe(200);
		await says(/\d+ artworks?/);
		expect(visit.complaints).toEqual([]);
	});

	it('begins anew where a page has expired or belongs to another search', async () => {
		const consumer = new ApiConsumer(shop.gatewayUrl, shop.adminToken);
		const { data } = await consumer.ask(
			'{ products(sort: MOST_DOWNLOADED, filter: { tags: [] }) { pageInfo { endCursor } } }',
		);
		const { endCursor } = data.products.pageInfo;
		const [kind] = JSON.parse(Buffer.from(endCursor, 'base64url').toString());
		const expired = Buffer.from(JSON.stringify([kind, ['A'.repeat(16), 1]])).toString('base64url');
		expect((await open(`/search?sort=popular&after=${expired}`))?.status()).toBe(200);
		expect(await notes().innerText()).toContain('moved on');
		expect(await names()).toHaveLength(24);

		await open(`/search?sort=popular&tag=vase&before=${endCursor}`);
		expect(await notes().innerText()).toContain('no such page');
		await says('15 artworks');
	});

	it('finds an artwork that was just created through the API, with its picture', async () => {
		await page.setContent('<body style="background: teal">');
		const image = (await page.screenshot()).toString('base64');
		const input = {
			name: 'Quokka at Dusk',
			description: 'Quite teal.',
			tags: ['quokka'],
			price: 1500,
			image,
		};
		const { data } = await new ApiConsumer(shop.gatewayUrl, shop.adminToken).ask(
			`mutation ($input: ProductInput!) {
				createProduct(input: $input) { product { handle } userErrors { message } } }`,
			{ input },
		);
		expect(data.createProduct.userErrors).toEqual([]);
		try {
			await soon(async () => {
				await open('/search?q=quoka');
				return names();
			}).toEqual(['Quokka at Dusk']);
			const picture = page.locator('main a[href="/products/quokka-at-dusk"] img').last();
			await soon(() =>
				picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth),
			).toBeGreaterThan(100);
			await page.getByRole('link', { name: /Quokka at Dusk/ }).click();
			await page.getByRole('heading', { level: 1, name: 'Quokka at Dusk' }).waitFor();
			expect(visit.complaints).toEqual([]);
		} finally {
			await archive('quokka-at-dusk');
		}
	});

	async function archive(handle: string): Promise<void> {
		const admin = new ApiConsumer(shop.gatewayUrl, shop.adminToken);
		const { data } = await admin.ask('query ($handle: String) { product(handle: $handle) { id } }', {
			handle,
		});
		await admin.ask('mutation ($id: ID!) { archiveProduct(id: $id) { userErrors { code } } }', {
			id: data.product.id,
		});
	}
});

describe('suggestions', () => {
	it('are used by the keyboard alone', async () => {
		const asked: string[] = [];
		page.on('request', (request) => asked.push(request.url()));
		await open('/');
		await page.locator('[role="combobox"]').waitFor();
		expect(asked.filter((url) => /suggestion/.test(url))).toEqual([]);
		await box().focus();
		await page.keyboard.type('mo', { delay: 20 });
		await suggestions().waitFor();
		expect(await box().getAttribute('aria-expanded')).toBe('true');

		await page.keyboard.press('Escape');
		await suggestions().waitFor({ state: 'detached' });
		expect(await box().inputValue()).toBe('mo');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('ArrowUp');
		await page.keyboard.press('ArrowUp');
		const option = suggestions().getByRole('option', { selected: true });
		expect(await option.innerText()).toMatch(/Artwork$/);
		expect(await box().getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'));
		expect(await focused(box())).toBe(true);
		await page.keyboard.press('Enter');
		await page.waitForURL(/\/products\//);
		await soon(() => box().inputValue()).toBe('');

		await box().focus();
		await page.keyboard.type('vas', { delay: 20 });
		await suggestions().getByRole('option', { name: /^vase/ }).waitFor();
		await page.keyboard.press('Enter');
		await page.waitForURL(/\/search\?q=vas$/);
		await suggestions().waitFor({ state: 'detached' });
		expect(visit.complaints).toEqual([]);
	});

	it('lead to a theme by a click', async () => {
		await open('/');
		await box().pressSequentially('vas');
		await suggestions().getByRole('option', { name: /^vase/ }).click();
		await page.waitForURL(/\/search\?tag=vase$/);
		await soon(() => box().inputValue()).toBe('');
	});

	it('are never those of an older text', async () => {
		await page.route('**/search/suggestions?q=si', async (route) => {
			await new Promise((resolve) => setTimeout(resolve, 900));
			await route.continue().catch(() => undefined);
		});
		await open('/');
		await box().pressSequentially('si');
		await page.waitForTimeout(300);
		await box().fill('moon');
		await suggestions()
			.getByRole('option', { name: /^Moon Night/ })
			.waitFor();
		await page.waitForTimeout(1_000);
		expect(await suggestions().getByRole('option').allInnerTexts()).toEqual([
			expect.stringMatching(/^Moon Night/),
		]);
	});

	it('are there for what was typed before the page came alive', async () => {
		await page.route('**/_app/**/*.js', async (route) => {
			await new Promise((resolve) => setTimeout(resolve, 600));
			await route.continue();
		});
		await page.goto(shop.storefrontUrl, { waitUntil: 'commit' });
		await box().pressSequentially('moon');
		await suggestions()
			.getByRole('option', { name: /^Moon Night/ })
			.waitFor();
		expect(await box().inputValue()).toBe('moon');
	});

	it('are missed by nobody who searches without them', async () => {
		await page.route('**/search/suggestions*', (route) => route.abort());
		await open('/');
		await box().pressSequentially('moon');
		await page.waitForTimeout(300);
		await page.keyboard.press('Enter');
		await page.waitForURL(/q=moon$/);
	});
});

describe('the currency', () => {
	const choice = () => page.getByLabel('Currency');
	const prices = () => page.locator('main .tabular-nums', { hasText: /[¥€£$]/ }).allInnerTexts();
	const plain = (text: string) => text.replaceAll(/\s/g, ' ');

	it('is chosen anywhere and kept, and written as the visitor writes it', async () => {
		await visit.context.close();
		visit = await openVisit(browser, { locale: 'de-DE' });
		page = visit.page;
		await open('/search?tag=vase');
		await choice().selectOption('JPY');
		await soon(async () => (await prices())[0]).toMatch(/^[\d.]+\s¥$/);
		expect(address()).toBe('/search?tag=vase');

		await choice().focus();
		const place = await page.evaluate(() => scrollY);
		await page.route('**/currency', (route) => route.abort());
		await choice().selectOption('GBP');
		await page.getByText('The currency was not changed').waitFor();
		expect(await choice().inputValue()).toBe('JPY');
		await page.unroute('**/currency');
		await choice().selectOption('EUR');
		await soon(async () => (await prices())[0]).toMatch(/^\d+,\d\d\s€$/);
		expect(await focused(choice())).toBe(true);
		expect(await page.evaluate(() => scrollY)).toBe(place);
		await page.locator('main section a[href^="/products/"]').first().click();
		await page.waitForURL(/\/products\//);
		const price = plain((await prices())[0] ?? '');
		expect(price).toMatch(/^\d+,\d\d €$/);
		await page.getByRole('button', { name: 'Add to cart' }).first().click();
		await soon(async () => plain(await page.getByRole('dialog').innerText())).toContain(price);
		await page.goto(`${shop.storefrontUrl}/cart`);
		await soon(async () => plain(await page.getByRole('main').innerText())).toContain(price);
		expect(visit.complaints.filter((text) => !text.includes('ERR_FAILED'))).toEqual([]);
	});

	it('is chosen without JavaScript too, and nothing but one of the five is taken', async () => {
		await visit.context.close();
		visit = await openVisit(browser, { javaScriptEnabled: false, locale: 'en-GB' });
		page = visit.page;
		await page.goto(`${shop.storefrontUrl}/products/moon-night`);
		await choice().selectOption('GBP');
		await page.getByRole('button', { name: 'Change' }).click();
		await page.waitForURL(/\/products\/moon-night$/);
		expect((await prices())[0]).toMatch(/^£\d/);
		const refused = await visit.context.request.post(`${shop.storefrontUrl}/currency`, {
			form: { currency: 'XXX', back: '//evil.example' },
			headers: { origin: shop.storefrontUrl },
		});
		expect(refused.status()).toBe(422);
		const taken = await visit.context.request.post(`${shop.storefrontUrl}/currency`, {
			form: { currency: 'USD', back: '//evil.example' },
			headers: { origin: shop.storefrontUrl },
			maxRedirects: 0,
		});
		expect([taken.status(), taken.headers().location]).toEqual([303, '/']);
	});
});

describe('without JavaScript', () => {
	it('searches, filters, sorts and turns the page', async () => {
		const plain = await browser.newContext({
			javaScriptEnabled: false,
			viewport: { width: 390, height: 844 },
		});
		plain.setDefaultTimeout(15_000);
		page = await plain.newPage();
		await page.goto(`${shop.storefrontUrl}/`);
		await box().fill('vase');
		await page.keyboard.press('Enter');
		await page.waitForURL(/\/search\?q=vase$/);
		await page.locator('summary').click();
		await themes()
			.getByRole('link', { name: /^green/ })
			.click();
		await page.waitForURL(/tag=green/);
		await says('4 artworks');
		await page.locator('summary').click();
		await page.getByLabel('From').fill('40');
		await page.getByRole('button', { name: 'Apply' }).click();
		await page.waitForURL(/q=vase&tag=green&min=40/);
		await chosen().getByText('from $40').waitFor();
		await page.getByLabel('Sort by').selectOption('Price, high to low');
		await page.getByRole('button', { name: 'Sort', exact: true }).click();
		await page.waitForURL(/q=vase&tag=green&min=40&sort=price-desc|sort=price-desc/);
		await chosen().getByText('green').waitFor();

		await page.goto(`${shop.storefrontUrl}/search`);
		await page.getByRole('link', { name: 'Next page' }).click();
		await page.getByRole('link', { name: 'Previous page' }).waitFor();
		expect(await names()).toHaveLength(24);
		await plain.close();
	});
});

describe('for everybody', () => {
	it('says of an address that cannot be read that nothing is there', async () => {
		const response = await page.goto(`${shop.storefrontUrl}/%E0%A4%A`);
		expect(response?.status()).toBe(400);
		await page.getByRole('heading', { name: 'This page is not on view' }).waitFor();
	});

	it('runs no script but its own, on any page, and is framed by none', async () => {
		for (const path of [
			'/',
			'/search?q=vase',
			'/products/moon-night',
			'/cart',
			'/orders',
			'/terms',
			'/nowhere',
		]) {
			const response = await page.goto(shop.storefrontUrl + path);
			const { 'content-security-policy': policy = '', ...headers } = response!.headers();
			const directives = Object.fromEntries(
				policy.split(';').map((directive) => {
					const [name = '', ...values] = directive.trim().split(/\s+/);
					return [name, values];
				}),
			);
			expect(directives['script-src']?.filter((value) => !value.startsWith("'nonce-"))).toEqual(["'self'"]);
			for (const name of ['object-src', 'base-uri', 'frame-ancestors'] as const)
				expect(["'none'", "'self'"]).toContain(directives[name]?.join(' '));
			expect(directives['frame-ancestors']).toEqual(["'none'"]);
			expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' });
			await page.evaluate(() => {
				const script = document.createElement('script');
				script.textContent = 'globalThis.intruded = true';
				document.body.append(script);
			});
			expect(await page.evaluate(() => 'intruded' in globalThis)).toBe(false);
		}
	});

	it.each(['light', 'dark'] as const)(
		'has no barrier that can be found by rules, in %s',
		async (colorScheme) => {
			await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
			for (const query of ['?tag=vase&min=20', '?q=zzzz&tag=vase', '?min=9&max=2&after=x']) {
				await open(`/search${query}`);
				expect(await flaws(page)).toEqual([]);
			}
			await box().pressSequentially('mo');
			await suggestions().waitFor();
			await page.keyboard.press('ArrowDown');
			expect(await flaws(page)).toEqual([]);
			await page.setViewportSize({ width: 390, height: 844 });
			await open('/search?tag=vase');
			await page.locator('summary').click();
			expect(await flaws(page)).toEqual([]);
		},
	);
});
