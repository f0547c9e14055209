import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ApiConsumer } from '../../src/api-consumer.ts';
import { shopperOf } from '../../src/buying.ts';
import { launchChromium } from '../../src/chromium.ts';
import { layoutShift, watchLayoutShift } from '../../src/layout-shift.ts';
import { processOf } from '../../src/processes.ts';
import { type RunningShop, startShop } from '../../src/start-shop.ts';
import { openVisit, type Visit } from '../../src/visit.ts';

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
	await watchLayoutShift(visit.context);
	page = visit.page;
});
afterEach(() => visit[Symbol.asyncDispose]());

const ada = { first: 'Ada', last: 'Lovelace', email: 'ada@example.com' };

/** Said on the page, or by the cart's own page when the button was pressed before the page came alive. */
const inCart = () =>
	page
		.getByText(/added to (your|the) cart/i)
		.or(page.getByRole('heading', { level: 1, name: 'Cart' }))
		.first()
		.waitFor();

async function putIntoCart(handle: string): Promise<void> {
	await page.goto(`${shop.storefrontUrl}/products/${handle}`, { waitUntil: 'networkidle' });
	await page.getByRole('button', { name: 'Add to cart' }).click();
	await inCart();
}

async function fillContact({ first, last, email } = ada): Promise<void> {
	await page.getByLabel('First name').fill(first);
	await page.getByLabel('Last name').fill(last);
	await page.getByLabel('E-mail').fill(email);
}

const continueTo = (step: 'payment' | 'review') =>
	page.getByRole('button', { name: `Continue to ${step}` }).click();

async function goToReview(card = '4242'): Promise<void> {
	await page.goto(`${shop.storefrontUrl}/checkout`);
	await fillContact();
	await continueTo('payment');
	await page.getByRole('radio', { name: card }).check();
	await continueTo('review');
	await page.waitForURL(/\/checkout\/review$/);
}

const isFocused = async (target: Locator) => (await target.and(page.locator(':focus')).count()) === 1;
const pay = () => page.getByRole('button', { name: /^Pay / });
const stepNow = () => page.locator('nav[aria-label="Checkout steps"] [aria-current="step"]').innerText();
const reached = (status: string) => page.locator(`[data-status="${status}"][data-state]`);
const completed = () => page.locator('[data-status="COMPLETED"][data-state="done"]').waitFor();

/** What only the seller can do. */
const askAsAdmin = (query: string, variables: Record<string, unknown>) =>
	new ApiConsumer(shop.gatewayUrl, shop.adminToken).ask(query, variables);

/** The visitor’s own session at the API, as another tab would use it. */
const visitorsApi = () => shopperOf(visit.context, shop.gatewayUrl);

async function productId(handle: string): Promise<string> {
	const { data } = await askAsAdmin('query ($handle: String!) { product(handle: $handle) { id } }', {
		handle,
	});
	return data.product.id;
}

describe('the checkout', () => {
	it('has an address for each step; Back and reload keep what was typed', async () => {
		await putIntoCart('moon-night');
		await page.getByRole('link', { name: 'View cart' }).first().click();
		await page.getByRole('link', { name: 'Checkout' }).click();
		await page.waitForURL(/\/checkout\/contact$/);
		expect(await stepNow()).toContain('Contact');
		await fillContact();
		await page.reload();
		await expect.poll(() => page.getByLabel('Last name').inputValue()).toBe('Lovelace');

		await continueTo('payment');
		await page.waitForURL(/\/checkout\/payment$/);
		await page.reload();
		await page.getByRole('radio', { name: '4444' }).check();
		await continueTo('review');
		await page.waitForURL(/\/checkout\/review$/);
		await page.reload();
		expect(await stepNow()).toContain('Review');
		const review = page.getByRole('main');
		for (const shown of ['Ada Lovelace', 'ada@example.com', '4444', 'Test mode', 'Moon Night'])
			expect(await review.innerText()).toContain(shown);

		await page.goBack();
		await page.waitForURL(/\/checkout\/payment$/);
		expect(await page.getByRole('radio', { name: '4444' }).isChecked()).toBe(true);
		await page.goBack();
		await page.waitForURL(/\/checkout\/contact$/);
		expect(await page.getByLabel('E-mail').inputValue()).toBe('ada@example.com');
		await page.goForward();
		await page.goForward();
		await page.waitForURL(/\/checkout\/review$/);
		await page.getByRole('link', { name: 'Change contact' }).click();
		await page.getByLabel('First name').fill('Augusta');
		await continueTo('payment');
		await continueTo('review');
		await page.getByText('Augusta Lovelace').waitFor();

		const kept = (await visit.context.cookies(`${shop.storefrontUrl}/checkout`)).find(
			({ name }) => name === 'ib_checkout',
		);
		expect(kept).toMatchObject({ httpOnly: true, path: '/checkout', sameSite: 'Lax' });
		expect(await layoutShift(page)).toBeLessThan(0.02);
		expect(visit.complaints).toEqual([]);
	});

	it('leads to the first step that is not done, and to the cart when there is nothing to buy', async () => {
		await page.goto(`${shop.storefrontUrl}/checkout/review`);
		await page.waitForURL(/\/cart(\?added=|$)/);
		await putIntoCart('moon-night');
		await page.goto(`${shop.storefrontUrl}/checkout/review`);
		await page.waitForURL(/\/checkout\/contact$/);
		// Whatever the cookies say of the cart, which the way in finds out.
		await visit.context.clearCookies({ name: 'ib_cart' });
		await page.goto(`${shop.storefrontUrl}/checkout`);
		await page.waitForURL(/\/checkout\/contact$/);
		expect((await visit.context.cookies()).map(({ name }) => name)).toContain('ib_cart');
		expect(shop.output()).not.toContain('a page failed');
		await fillContact();
		await continueTo('payment');
		await page.waitForURL(/\/checkout\/payment$/);
		await page.goto(`${shop.storefrontUrl}/checkout/review`);
		await page.waitForURL(/\/checkout\/payment$/);
		expect(visit.complaints).toEqual([]);
	});

	it('is walked with the keyboard alone, from the home page to the receipt', async () => {
		type Role = 'button' | 'link' | 'textbox' | 'radio' | 'combobox';
		const reach = async (name: string | RegExp, role: Role = 'button') => {
			const target = page.getByRole(role, { name }).first();
			await target.waitFor();
			for (let presses = 0; presses < 60; presses++) {
				if (await isFocused(target)) return;
				await page.keyboard.press('Tab');
			}
			throw new Error(`Tab does not reach ${name}`);
		};
		await page.goto(shop.storefrontUrl);
		await reach('Search artworks', 'combobox');
		await page.keyboard.type('moon night');
		await page.keyboard.press('Enter');
		await page.waitForURL(/\/search\?/);
		await reach(/^Moon Night/, 'link');
		await page.keyboard.press('Enter');
		await page.waitForURL(/moon-night$/);
		await reach('Add to cart');
		await page.keyboard.press('Enter');
		await inCart();
		await reach('Checkout', 'link');
		await page.keyboard.press('Enter');
		await page.waitForURL(/contact$/);
		await reach('First name', 'textbox');
		await page.keyboard.type('Ada');
		await page.keyboard.press('Tab');
		await page.keyboard.type('Lovelace');
		await page.keyboard.press('Tab');
		await page.keyboard.type('ada@example.com');
		await page.keyboard.press('Enter');
		await page.waitForURL(/payment$/);
		await reach(/4242/, 'radio');
		await page.keyboard.press('ArrowDown');
		expect(await page.getByRole('radio', { name: '4444' }).isChecked()).toBe(true);
		await reach('Continue to review');
		await page.keyboard.press('Space');
		await page.waitForURL(/review$/);
		await reach(/^Pay /);
		await page.keyboard.press('Enter');
		await page.waitForURL(/\/orders\/ord_/);
		await completed();
		expect(visit.complaints).toEqual([]);
	});

	it('says what is wrong by its field, goes there, and keeps what was typed', async () => {
		await putIntoCart('moon-night');
		await page.goto(`${shop.storefrontUrl}/checkout`);
		const long = 'x'.repeat(10_000);
		const cases: [Partial<typeof ada>, RegExp, RegExp][] = [
			[{ first: '', last: '', email: '' }, /First name/, /Enter your first name/],
			[{ first: '   ' }, /First name/, /Enter your first name/],
			[{ last: long }, /Last name/, /Shorten this to 100 characters or fewer; it has 10000/],
			[{ last: '\u202eecalevoL' }, /Last name/, /cannot be printed/],
			[{ email: 'ada' }, /E-mail/, /like ada@example\.com/],
			[{ email: '<script>alert(1)</script>@example.com' }, /E-mail/, /like ada@example\.com/],
			[{ email: `${long}@example.com` }, /E-mail/, /Shorten this/],
		];
		for (const [typed, label, message] of cases) {
			await fillContact({ ...ada, ...typed });
			await continueTo('payment');
			const field = page.getByLabel(label);
			expect(await field.getAttribute('aria-invalid'), String(message)).toBe('true');
			expect(await isFocused(field)).toBe(true);
			const note = page.locator(`#${await field.getAttribute('aria-describedby')}`);
			expect(await note.innerText()).toMatch(message);
			for (const [key, name] of [
				['first', 'First name'],
				['last', 'Last name'],
			] as const)
				if (typed[key] !== undefined) expect(await page.getByLabel(name).inputValue()).toBe(typed[key]);
		}
		expect(new URL(page.url()).pathname).toBe('/checkout/contact');

		await page.getByLabel('First name').fill('');
		await page.getByLabel('Last name').focus();
		await page.getByText('Enter your first name.').waitFor();
		await fillContact({ first: '👩‍🎨 <b>Ada</b>', last: 'أحمد', email: '  ada@example.com  ' });
		await continueTo('payment');
		await continueTo('review');
		await page.getByText('👩‍🎨 <b>Ada</b> أحمد').waitFor();
		await pay().click();
		await page.waitForURL(/\/orders\/ord_/);
		await page.getByText('👩‍🎨 <b>Ada</b> أحمد').waitFor();
		expect(visit.complaints).toEqual([]);
	});

	it('does not lose a press of the button to a message that appears on leaving a field', async () => {
		await putIntoCart('moon-night');
		await page.goto(`${shop.storefrontUrl}/checkout`);
		await fillContact({ ...ada, email: 'ada' });
		const button = page.getByRole('button', { name: 'Continue to payment' });
		const before = await button.boundingBox();
		await page.getByLabel('E-mail').blur();
		await page.getByText('like ada@example.com').waitFor();
		expect(await button.boundingBox()).toEqual(before);
	});

	it('pays once when Pay is pressed twice', async () => {
		await putIntoCart('moon-night');
		await goToReview();
		await pay().dblclick();
		await page.waitForURL(/\/orders\/ord_/);
		await completed();
		const { data } = await (await visitorsApi()).ask('{ orders { totalCount } }');
		expect(data.orders.totalCount).toBe(1);
		expect(visit.complaints).toEqual([]);
	});

	it('says that it is paying, one request at a time', async () => {
		await putIntoCart('moon-night');
		await goToReview();
		let posts = 0;
		await page.route('**/checkout/review', async (route) => {
			if (route.request().method() === 'POST') {
				posts++;
				await new Promise((resolve) => setTimeout(resolve, 700));
			}
			await route.continue();
		});
		await pay().click();
		const paying = page.getByRole('button', { name: /^Paying \$9\.00/ });
		await paying.click({ force: true });
		await page.getByText('Placing your order').waitFor();
		await page.waitForURL(/\/orders\/ord_/);
		expect(posts).toBe(1);
	});

	it('says so when the gateway dies as Pay is pressed, and pays once it is back', async () => {
		await putIntoCart('moon-night');
		await goToReview();
		process.kill(processOf(shop.dataDir, 'gateway/src'), 'SIGKILL');
		await pay().click();
		await page.getByText('you pay once at most').waitFor();
		await page.getByRole('heading', { name: 'Review and pay' }).waitFor();
		await expect
			.poll(
				() =>
					fetch(`${shop.gatewayUrl}/health/ready`).then(
						({ ok }) => ok,
						() => false,
					),
				{
					timeout: 20_000,
				},
			)
			.toBe(true);
		await pay().click();
		await completed();
	});

	it('offers to go on without a coupon that was used before', async () => {
		const applyCoupon = 'mutation { applyCoupon(code: "WELCOME10") { userErrors { message } } }';
		const customer = { ...ada, email: 'once@example.com' };
		for (const turn of ['first', 'second']) {
			await putIntoCart('moon-night');
			expect((await (await visitorsApi()).ask(applyCoupon)).data.applyCoupon.userErrors).toEqual([]);
			await page.goto(`${shop.storefrontUrl}/checkout`);
			await fillContact(customer);
			await continueTo('payment');
			await page.getByRole('radio', { name: '4242' }).check();
			await continueTo('review');
			await pay().click();
			if (turn === 'first') {
				await completed();
				await page.getByText('Discount (WELCOME10)').waitFor();
			}
		}
		await page.getByText('for one order of each customer').waitFor();
		await page.getByRole('button', { name: 'Remove the coupon' }).click();
		await page.getByRole('button', { name: 'Pay $9.00' }).click();
		await completed();
	});

	it('fits on the narrowest of phones, cart included', async () => {
		await putIntoCart('moon-night');
		await page.setViewportSize({ width: 320, height: 640 });
		for (const path of ['/cart', '/checkout/contact']) {
			await page.goto(shop.storefrontUrl + path, { waitUntil: 'networkidle' });
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
		}
	});

	it('shows a total that changed meanwhile and asks again', async () => {
		await putIntoCart('moon-night');
		await goToReview();
		await page.getByRole('button', { name: 'Pay $9.00' }).waitFor();
		const added = await (await visitorsApi()).ask(
			'mutation ($id: ID!) { addToCart(productId: $id) { userErrors { code } } }',
			{ id: await productId('jade-collar') },
		);
		expect(added.errors).toEqual([]);
		await page.getByRole('button', { name: 'Pay $9.00' }).click();
		await page.getByText('The total has changed since you saw it: it is now $28.00').waitFor();
		await page.getByRole('button', { name: 'Pay $28.00' }).click();
		await page.waitForURL(/\/orders\/ord_/);
		await page.getByText('$28.00').first().waitFor();
		await completed();
		expect(visit.complaints).toEqual([]);
	});

	it('names an artwork that was taken off sale meanwhile', async () => {
		await putIntoCart('seven-turns');
		await goToReview();
		await askAsAdmin('mutation ($id: ID!) { archiveProduct(id: $id) { userErrors { code } } }', {
			id: await productId('seven-turns'),
		});
		await pay().click();
		await page
			.getByRole('alert')
			.getByText(/No longer sold: Seven Turns/)
			.waitFor();
		await page.getByRole('link', { name: 'Change the cart' }).click();
		await page.waitForURL(/\/cart(\?added=|$)/);
		expect(visit.complaints).toEqual([]);
	});

	it('explains a decline and takes another card on the order’s page', async () => {
		await putIntoCart('moon-night');
		await goToReview('0069');
		await pay().click();
		await page.getByRole('heading', { name: 'Your payment was declined' }).waitFor();
		await page.getByText('The card has expired. Nothing was charged').waitFor();
		expect(await layoutShift(page)).toBeLessThan(0.02);
		await page.getByRole('radio', { name: '4242' }).check();
		await pay().click();
		await completed();
		await page.getByText('Tried with another card').waitFor();
		expect(await reached('DECLINED').count()).toBe(1);
		expect(visit.complaints).toEqual([]);
	});

	it('starts a new session in place of a tampered one, and forgets a tampered draft', async () => {
		await putIntoCart('moon-night');
		await goToReview();
		await visit.context.addCookies([
			{ name: 'ib_checkout', value: 'WyJBZGEiXQ', domain: 'localhost', path: '/checkout' },
		]);
		await page.goto(`${shop.storefrontUrl}/checkout/review`);
		await page.waitForURL(/\/checkout\/contact$/);
		const session = (await visit.context.cookies()).find(({ name }) => name === 'ib_session');
		await visit.context.addCookies([{ ...session!, value: `${session!.value.slice(0, -3)}abc` }]);
		await page.goto(`${shop.storefrontUrl}/checkout/contact`);
		await page.waitForURL(/\/cart(\?added=|$)/);
		await page.getByText('Your cart is empty').waitFor();
		expect(visit.complaints).toEqual([]);
	});
});

describe('the checkout without JavaScript', () => {
	it('goes from the home page to the receipt, over bad input, a declined card and another', async () => {
		await visit.context.close();
		visit = await openVisit(browser, { javaScriptEnabled: false });
		page = visit.page;
		await page.goto(shop.storefrontUrl);
		await page.getByLabel('Search artworks').fill('moon night');
		await page.keyboard.press('Enter');
		await page.getByRole('link', { name: /^Moon Night/ }).click();
		await page.getByRole('button', { name: 'Add to cart' }).click();
		await page.getByRole('link', { name: 'Checkout' }).click();
		await fillContact();
		await continueTo('payment');
		await page.waitForURL(/\/checkout\/payment$/);
		await page.goBack();
		await page.reload();
		expect(await page.getByLabel('E-mail').inputValue()).toBe('ada@example.com');
		await fillContact({ ...ada, last: 'x'.repeat(10_000) });
		await continueTo('payment');
		await page.getByText('Shorten this to 100 characters').waitFor();
		expect(await page.getByLabel('First name').inputValue()).toBe('Ada');
		await fillContact();
		await continueTo('payment');
		await page.getByRole('radio', { name: '0002' }).check();
		await continueTo('review');
		await page.getByText('Declined by the bank').waitFor();
		await pay().click();
		await page.waitForURL(/\/orders\/ord_/);
		// The page loads itself anew while the order is under way.
		await page.getByRole('heading', { name: 'Your payment was declined' }).waitFor();
		await page.getByRole('radio', { name: '4242' }).check();
		await pay().click();
		await completed();
		const downloading = page.waitForEvent('download');
		await page.getByRole('button', { name: 'Download Moon Night' }).click();
		expect((await downloading).suggestedFilename()).toBe('moon-night.webp');
	});
});
