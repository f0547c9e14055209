import { connect } from 'node:net';
import type { Browser, BrowserContext, Locator, Page, Request } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ApiConsumer } from '../../src/api-consumer.ts';
import { shopperOf } from '../../src/buying.ts';
import { launchChromium } from '../../src/chromium.ts';
import { flaws } from '../../src/flaws.ts';
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
	page = visit.page;
});
afterEach(() => visit[Symbol.asyncDispose]());

const drawer = () => page.getByRole('dialog', { name: /^Cart/ });
const addButton = () => page.getByRole('button', { name: 'Add to cart', exact: true });
const quantityOf = (name: string) => page.getByLabel(`Quantity of ${name}`);

async function open(path: string, where = page): Promise<void> {
	await where.goto(shop.storefrontUrl + path);
	// What is clicked before the page is alive is sent as a plain form.
	await where.waitForLoadState('networkidle');
}

async function add(handle: string): Promise<void> {
	await open(`/products/${handle}`);
	await addButton().click();
	await drawer().getByText('was added to your cart').waitFor();
}

async function openCart(): Promise<void> {
	await drawer().getByRole('link', { name: 'View cart' }).click();
	await page.waitForURL(/\/cart(\?added=|$)/);
	await page.getByRole('heading', { level: 1, name: 'Cart' }).waitFor();
	await drawer().waitFor({ state: 'detached' });
}

/** The cart as the API says it is: quantity by name. */
async function kept(context: BrowserContext = visit.context): Promise<Record<string, number>> {
	const { data } = await (await shopper(context)).ask('{ cart { lines { name quantity } } }');
	const lines = data.cart.lines as { name: string; quantity: number }[];
	return Object.fromEntries(lines.map(({ name, quantity }) => [name, quantity]));
}

const shopper = (context: BrowserContext) => shopperOf(context, shop.gatewayUrl);

/** The names of the mutations that the page sends from now on. */
function mutations(): string[] {
	const names: string[] = [];
	page.on('request', (request: Request) => {
		const name = /mutation (\w+)/.exec(request.postData() ?? '')?.[1];
		if (name) names.push(name);
	});
	return names;
}

/** Slows what the page asks of the gateway, as a long way to it does. */
async function farAway(ms: number): Promise<void> {
	await page.route(`${shop.gatewayUrl}/graphql`, async (route) => {
		await new Promise((resolve) => setTimeout(resolve, ms));
		await route.continue();
	});
}

/** Milliseconds from a click on “Add to cart” to the paint that follows it. */
const clickUntilPainted = `new Promise((resolve) => {
	const clicked = performance.now();
	document.querySelector('main form[action="/cart?/add"] button[type="submit"]').click();
	requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - clicked)));
})`;

const isFocused = async (element: Locator) => (await element.and(page.locator(':focus')).count()) === 1;

describe('adding to the cart', () => {
	it('from three places at once ends with all three', async () => {
		await open('/products/moon-night');
		await farAway(300);
		const quick = page
			.locator('main')
			.getByRole('button', { name: /^Add .+ to cart$/ })
			.first();
		const second = /^Add (.+) to cart$/.exec((await quick.getAttribute('aria-label'))!)![1]!;
		await addButton().click({ noWaitAfter: true });
		await quick.dispatchEvent('click');
		await drawer().waitFor();
		const recommended = drawer()
			.getByRole('button', { name: /^Add .+ to cart$/ })
			.first();
		await recommended.click();
		const third = /^Add (.+) to cart$/.exec((await recommended.getAttribute('aria-label'))!)![1]!;
		await page
			.getByRole('link', { name: 'Cart, 3 artworks', includeHidden: true })
			.waitFor({ state: 'attached' });
		await expect
			.poll(() => kept(), { timeout: 10_000 })
			.toEqual({ 'Moon Night': 1, [second]: 1, [third]: 1 });
		for (const name of ['Moon Night', second, third]) await drawer().getByRole('heading', { name }).waitFor();
		expect(visit.complaints).toEqual([]);
	});

	it('counts rapid clicks in few requests', async () => {
		await add('moon-night');
		const { promise: allClicked, resolve: answer } = Promise.withResolvers<void>();
		await page.route(`${shop.gatewayUrl}/graphql`, async (route) => {
			await allClicked;
			await route.continue();
		});
		const sent = mutations();
		const more = drawer().getByRole('button', { name: 'One more of Moon Night' });
		for (let click = 0; click < 9; click++) await more.dispatchEvent('click');
		expect(await quantityOf('Moon Night').inputValue()).toBe('10');
		await drawer().getByText('Updating …').waitFor();
		answer();
		await expect.poll(() => drawer().getByText('$90.00').count(), { timeout: 10_000 }).toBe(2);
		expect(await kept()).toEqual({ 'Moon Night': 10 });
		expect(sent).toEqual(['UpdateCartLine', 'UpdateCartLine']);
		expect(visit.complaints).toEqual([]);
	});

	it('paints within 100 ms of the click, whatever the network does', async () => {
		await open('/products/moon-night');
		await farAway(1000);
		const paints: number[] = [];
		for (let attempt = 0; attempt < 3; attempt++) {
			paints.push(await page.evaluate<number>(clickUntilPainted));
			await page.getByRole('link', { name: `Cart, ${attempt + 1} artwork` }).waitFor({ state: 'attached' });
			await drawer().getByText('was added to your cart').waitFor();
			await page.keyboard.press('Escape');
			await drawer().waitFor({ state: 'detached' });
		}
		expect(Math.min(...paints)).toBeLessThan(100);
	});

	it('starts a new session in place of one that has ended', async () => {
		await open('/products/moon-night');
		const url = shop.storefrontUrl;
		await visit.context.addCookies([{ name: 'ib_session', value: 'ended', url, httpOnly: true }]);
		await addButton().click();
		await drawer().getByText('was added to your cart').waitFor();
		expect(await kept()).toEqual({ 'Moon Night': 1 });
	});

	it('says by the field what the cart refuses', async () => {
		await open('/products/moon-night');
		const quantity = page.getByLabel('Quantity', { exact: true });
		await quantity.fill('100');
		await addButton().click();
		await page.getByText('Enter a whole number from 1 to 99.').waitFor();
		expect(await isFocused(quantity)).toBe(true);
		expect(await quantity.getAttribute('aria-invalid')).toBe('true');
		expect(await kept()).toEqual({});
		expect(visit.complaints).toEqual([]);
	});

	it('shows the cart as it is beside what it refuses, on a page that had not read it', async () => {
		const quantity = page.getByLabel('Quantity', { exact: true });
		await open('/products/moon-night');
		await quantity.fill('99');
		await addButton().click();
		await drawer().getByText('was added to your cart').waitFor();
		await open('/products/moon-night');
		await quantity.fill('5');
		await addButton().click();
		await page.getByText('The cart holds 99 of “Moon Night” already').first().waitFor();
		await drawer().getByRole('heading', { name: 'Moon Night' }).waitFor();
		expect(await quantityOf('Moon Night').inputValue()).toBe('99');
		await drawer().getByText('$891.00').first().waitFor();
	});
});

describe('the drawer', () => {
	it('keeps the focus, closes on Escape and on the backdrop, and gives the focus back', async () => {
		await add('moon-night');
		await drawer().getByText('You may also like').waitFor();
		const inside = () => isFocused(drawer().locator('*'));
		for (let press = 0; press < 25; press++) {
			await page.keyboard.press('Tab');
			expect(await inside()).toBe(true);
		}
		await page.keyboard.press('Shift+Tab');
		expect(await inside()).toBe(true);
		const focused = () => isFocused(addButton());
		await page.keyboard.press('Escape');
		await drawer().waitFor({ state: 'detached' });
		await expect.poll(focused).toBe(true);

		await addButton().click();
		await drawer().getByText('was added to your cart').waitFor();
		await page.waitForTimeout(500);
		await page.mouse.click(40, 300);
		await drawer().waitFor({ state: 'detached' });
		await expect.poll(focused).toBe(true);

		await page.keyboard.press('Enter');
		await drawer().getByRole('button', { name: 'Close cart' }).click();
		await drawer().waitFor({ state: 'detached' });
		await expect.poll(() => kept()).toEqual({ 'Moon Night': 3 });
		expect(visit.complaints).toEqual([]);
	});

	it.each(['light', 'dark'] as const)(
		'and the cart’s page have no flaw for axe in the %s theme',
		async (colorScheme) => {
			await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
			await add('moon-night');
			await drawer().getByText('You may also like').waitFor();
			await drawer()
				.getByRole('button', { name: /^Add .+ to cart$/ })
				.first()
				.click();
			await drawer().getByRole('button', { name: 'Remove Moon Night' }).click();
			await drawer().getByText('“Moon Night” was removed.').waitFor();
			await page.waitForLoadState('networkidle');
			expect(await flaws(page)).toEqual([]);
			await openCart();
			await page.getByRole('button', { name: 'Apply coupon' }).click();
			await page.getByText('Enter the code of your coupon.').waitFor();
			await page.waitForLoadState('networkidle');
			expect(await flaws(page)).toEqual([]);
			expect(visit.complaints).toEqual([]);
		},
	);
});

describe('the cart’s page', () => {
	it('takes a coupon off the total, takes it back, and says why another does not hold', async () => {
		await keepCoupon({ code: 'PASTDUE', kind: 'percentage', percent: 10, minimum: 0, expiresAt: 1 });
		await keepCoupon({ code: 'GONE', kind: 'percentage', percent: 10, minimum: 0, usageLimit: 0 });
		await add('moon-night');
		await openCart();
		const code = page.getByLabel('Coupon code');
		for (const [typed, message] of [
			['NOPE', /There is no such coupon/],
			['pastdue', /The time of the coupon PASTDUE is over/],
			['BLOB5', /holds from \$30\.00; the cart comes to \$9\.00/],
			['GONE', /has been used as often as it may/],
		] as const) {
			await code.fill(typed);
			await page.keyboard.press('Enter');
			await page.getByText(message).waitFor();
			expect(await code.inputValue()).toBe(typed);
			expect(await isFocused(code)).toBe(true);
		}
		await code.fill('welcome10');
		await page.getByRole('button', { name: 'Apply coupon' }).click();
		await page.getByText('Discount (WELCOME10)').waitFor();
		await page.getByText('$8.10').waitFor();
		await page.getByRole('button', { name: 'Remove coupon' }).click();
		await page.getByText('Discount').waitFor({ state: 'detached' });
		expect(visit.complaints).toEqual([]);
	});

	it('takes a typed quantity, refuses 100 by its field, and brings back what was removed', async () => {
		await add('moon-night');
		await openCart();
		const quantity = quantityOf('Moon Night');
		await quantity.fill('100');
		await page.keyboard.press('Enter');
		await page.getByText('Enter a whole number from 1 to 99.').waitFor();
		expect(await quantity.inputValue()).toBe('100');
		await quantity.fill('99');
		await page.keyboard.press('Enter');
		await page.getByText('$891.00').first().waitFor();
		expect(await kept()).toEqual({ 'Moon Night': 99 });

		const remove = page.getByRole('button', { name: 'Remove Moon Night' });
		await remove.focus();
		await page.keyboard.press('Enter');
		await page.getByText('Artworks you choose wait here until you buy them.').waitFor();
		await expect.poll(() => kept()).toEqual({});
		// The focus is on it already.
		await page.keyboard.press('Enter');
		await remove.waitFor();
		await expect.poll(() => kept()).toEqual({ 'Moon Night': 99 });
		expect(visit.complaints).toEqual([]);
	});

	it('tells of an artwork that is no longer sold and takes it out at once', async () => {
		const admin = new ApiConsumer(shop.gatewayUrl, shop.adminToken);
		const { data } = await admin.ask('{ products(first: 30, sort: NEWEST) { nodes { id handle name } } }');
		const { id, handle, name } = data.products.nodes.at(-1);
		await add(handle);
		await add('moon-night');
		const archived = await admin.ask(
			'mutation ($id: ID!) { archiveProduct(id: $id) { userErrors { code } } }',
			{ id },
		);
		expect(archived.data.archiveProduct.userErrors).toEqual([]);
		await expect
			.poll(
				async () => {
					await open('/cart');
					return page.getByText(`“${name}” is no longer sold. Remove it to go on.`).count();
				},
				{ timeout: 10_000 },
			)
			.toBe(1);
		await page.getByRole('button', { name: `Remove ${name}, which is no longer sold` }).click();
		await page.getByText('is no longer sold').waitFor({ state: 'detached' });
		await expect.poll(() => kept()).toEqual({ 'Moon Night': 1 });
		expect(visit.complaints).toEqual([]);
	});

	it('shows the same in two tabs, and what was taken out elsewhere as gone', async () => {
		await add('moon-night');
		await openCart();
		const other = await visit.context.newPage();
		await open('/cart', other);
		await page.getByRole('button', { name: 'One more of Moon Night' }).click();
		await expect.poll(() => other.getByLabel('Quantity of Moon Night').inputValue()).toBe('2');
		await other.getByRole('link', { name: 'Cart, 2 artworks' }).waitFor();

		const api = await shopper(visit.context);
		await api.ask('mutation { clearCart { cart { id } } }');
		await page.getByRole('button', { name: 'One more of Moon Night' }).click();
		await page.getByText('“Moon Night” was taken out of your cart elsewhere.').waitFor();
		await page.getByText('Artworks you choose wait here until you buy them.').waitFor();
		expect(visit.complaints).toEqual([]);
	});
});

describe('while the gateway is away', () => {
	it('a click that gets no answer is taken back, said, and works again afterwards', async () => {
		await add('moon-night');
		const gateway = processOf(shop.dataDir, 'gateway/src/main.ts');
		process.kill(gateway, 'SIGSTOP');
		try {
			await drawer().getByRole('button', { name: 'One more of Moon Night' }).click();
			expect(await quantityOf('Moon Night').inputValue()).toBe('2');
			await drawer().getByText('The cart was not changed: check your connection').waitFor();
			expect(await quantityOf('Moon Night').inputValue()).toBe('1');
		} finally {
			process.kill(gateway, 'SIGCONT');
		}
		// What the gateway did with the click after all is shown as soon as it answers.
		await expect
			.poll(async () => [(await kept())['Moon Night'], Number(await quantityOf('Moon Night').inputValue())], {
				timeout: 20_000,
			})
			.toSatisfy(([there, here]: number[]) => there === here);
		await drawer().getByRole('button', { name: 'Dismiss message' }).click();
		const before = (await kept())['Moon Night']!;
		await drawer().getByRole('button', { name: 'One more of Moon Night' }).click();
		await expect.poll(() => kept()).toEqual({ 'Moon Night': before + 1 });
	});

	it('an addition is taken back and the page says what to do', async () => {
		await open('/products/moon-night');
		await page.route(`${shop.gatewayUrl}/graphql`, (route) => route.abort());
		await addButton().click();
		await page.getByText('“Moon Night” was not added: check your connection').waitFor();
		await page.unroute(`${shop.gatewayUrl}/graphql`);
		await page.keyboard.press('Escape');
		await addButton().click();
		await drawer().getByText('was added to your cart').waitFor();
		expect(await kept()).toEqual({ 'Moon Night': 1 });
	});
});

it('works without JavaScript: add, change, coupon, remove and undo', async () => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	context.setDefaultTimeout(15_000);
	page = await context.newPage();
	await page.goto(`${shop.storefrontUrl}/search?q=vase`);
	await page
		.getByRole('button', { name: /^Add .+ to cart$/ })
		.first()
		.click();
	await page.waitForURL(/\/cart(\?added=|$)/);
	const [name] = Object.keys(await kept(context)) as [string];
	await page.getByRole('button', { name: `One more of ${name}` }).click();
	expect(await quantityOf(name).inputValue()).toBe('2');
	await quantityOf(name).fill('100');
	await page.keyboard.press('Enter');
	await page.getByText('A quantity is from 1 to 99; 100 was asked.').waitFor();
	expect(await quantityOf(name).inputValue()).toBe('100');
	await page.getByLabel('Coupon code').fill('NOPE');
	await page.getByRole('button', { name: 'Apply coupon' }).click();
	await page.getByText('There is no such coupon').waitFor();
	await page.getByLabel('Coupon code').fill('WELCOME10');
	await page.getByRole('button', { name: 'Apply coupon' }).click();
	await page.getByText('Discount (WELCOME10)').waitFor();
	await page.getByRole('button', { name: 'Remove coupon' }).click();
	await page.getByRole('button', { name: `Remove ${name}` }).click();
	await page.getByText(`“${name}” was removed.`).waitFor();
	expect(await kept(context)).toEqual({});
	await page.getByRole('button', { name: `Undo: put ${name} back` }).click();
	expect(await kept(context)).toEqual({ [name]: 2 });
	await (await shopper(context)).ask('mutation { clearCart { cart { id } } }');
	await page.getByRole('button', { name: `One more of ${name}` }).click();
	await page.getByText('That artwork was taken out of your cart elsewhere.').waitFor();
	await context.close();
});

/** Keeps a coupon as the cart's service does: the API makes none. */
function keepCoupon(coupon: { code: string } & Record<string, unknown>): Promise<void> {
	const { hostname, port } = new URL(shop.redisUrl);
	const words = [
		'JSON.SET',
		`cart:coupon:${coupon.code}`,
		'$',
		JSON.stringify({ ...coupon, oncePerCustomer: false }),
	];
	const command = words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('');
	return new Promise((resolve, reject) => {
		const socket = connect(Number(port), hostname, () => socket.write(`*${words.length}\r\n${command}`));
		socket.once('error', reject).once('data', (answer) => {
			socket.destroy();
			if (answer.toString() === '+OK\r\n') resolve();
			else reject(new Error(answer.toString()));
		});
	});
}
