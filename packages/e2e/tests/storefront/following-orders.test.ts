import { eventually } from '@infinite-blob/testing/eventually';
import type { Browser, Page, WebSocketRoute } from 'playwright-core';
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

/** Stops a worker, so that orders wait before its step, until the block ends. */
function pauseWorker(name: string): Disposable & { resume(): void } {
	const pid = processOf(shop.dataDir, `workers/${name}`);
	process.kill(pid, 'SIGSTOP');
	let paused = true;
	const resume = () => {
		if (paused) process.kill(pid, 'SIGCONT');
		paused = false;
	};
	return { resume, [Symbol.dispose]: resume };
}

/** Said on the page, or by the cart's own page when the button was pressed before the page came alive. */
const inCart = () =>
	page
		.getByText(/added to (your|the) cart/i)
		.or(page.getByRole('heading', { level: 1, name: 'Cart' }))
		.first()
		.waitFor();

async function buy(handle = 'moon-night', email = 'ada@example.com'): Promise<string> {
	await page.goto(`${shop.storefrontUrl}/products/${handle}`);
	await page.getByRole('button', { name: 'Add to cart' }).click();
	await inCart();
	await page.goto(`${shop.storefrontUrl}/checkout`);
	await page.getByLabel('First name').fill('Ada');
	await page.getByLabel('Last name').fill('Lovelace');
	await page.getByLabel('E-mail').fill(email);
	await page.getByRole('button', { name: 'Continue to payment' }).click();
	await page.getByRole('radio', { name: '4242' }).check();
	await page.getByRole('button', { name: 'Continue to review' }).click();
	await page.getByRole('button', { name: /^Pay / }).click();
	await page.waitForURL(/\/orders\/ord_/);
	return new URL(page.url()).pathname.split('/').pop()!;
}

const done = (status: string, on = page) =>
	on.locator(`[data-status="${status}"][data-state="done"]`).waitFor();
const following = (state: string, on = page) => on.locator(`[data-following="${state}"]`).waitFor();
const paused = /Live updates paused, checking every few seconds/;

/** Counts the page’s loads from here on. */
function countLoads(on: Page): () => number {
	let loads = 0;
	on.on('load', () => loads++);
	return () => loads;
}

async function refund(id: string): Promise<void> {
	const admin = new ApiConsumer(shop.gatewayUrl, shop.adminToken);
	const { data, errors } = await admin.ask(
		'mutation ($id: ID!) { refundOrder(orderId: $id) { userErrors { code } } }',
		{ id },
	);
	expect(errors).toEqual([]);
	expect(data.refundOrder.userErrors).toEqual([]);
}

describe('an order’s page', () => {
	it('moves in two tabs at once, and closes its socket when the order rests', async () => {
		using payment = pauseWorker('payment');
		const id = await buy();
		const other = await visit.context.newPage();
		let open = 0;
		other.on('websocket', (socket) => {
			open++;
			socket.on('close', () => open--);
		});
		await other.goto(`${shop.storefrontUrl}/orders/${id}`);
		for (const tab of [page, other]) {
			await following('live', tab);
			expect(await tab.locator('[aria-current="step"]').last().innerText()).toContain('Taking the payment');
			await tab.getByText('The download opens when the payment is through.').waitFor();
		}
		expect(open).toBe(1);
		const loads = [page, other].map(countLoads);
		payment.resume();
		for (const tab of [page, other]) {
			await done('COMPLETED', tab);
			await tab.getByRole('heading', { name: 'Enjoy your artworks' }).waitFor();
			expect(await layoutShift(tab)).toBeLessThan(0.02);
		}
		await expect.poll(() => open).toBe(0);
		expect(loads.map((count) => count())).toEqual([0, 0]);
		expect(visit.complaints).toEqual([]);
	});

	it('survives a gateway that is killed in mid-timeline', async () => {
		using invoice = pauseWorker('invoice');
		await buy();
		await done('PAID');
		await following('live');
		const loads = countLoads(page);
		process.kill(processOf(shop.dataDir, 'gateway/src'), 'SIGKILL');
		await page.getByText(paused).waitFor();
		// The launcher starts it again; until the socket is back, the page asks.
		await page
			.getByText(/Last check: \d+:\d\d:\d\d/)
			.or(page.getByText(/^Live again/))
			.first()
			.waitFor();
		await page.getByText(/^Live/).filter({ hasNotText: paused }).waitFor({ timeout: 30_000 });
		invoice.resume();
		await done('COMPLETED');
		expect(loads()).toBe(0);
		expect(await layoutShift(page)).toBeLessThan(0.02);
		// What a browser says by itself about a server that is away.
		expect(
			visit.complaints.filter((text) => !/WebSocket connection to|Failed to load resource/.test(text)),
		).toEqual([]);
	});

	it('asks while the socket is gone and says when it last did, then is live again', async () => {
		using invoice = pauseWorker('invoice');
		const sockets: WebSocketRoute[] = [];
		let refuse = false;
		await page.routeWebSocket(/\/graphql$/, (socket) => {
			if (refuse) return void socket.close();
			sockets.push(socket);
			socket.connectToServer();
		});
		await buy();
		await done('PAID');
		await following('live');
		refuse = true;
		await sockets.at(-1)!.close();
		await page.getByText(paused).waitFor();
		await page.getByText(/Last check: \d+:\d\d:\d\d [AP]M/).waitFor();
		refuse = false;
		await page.getByText(/^Live again/).waitFor({ timeout: 30_000 });
		refuse = true;
		await sockets.at(-1)!.close();
		await page.getByText(paused).waitFor();
		invoice.resume();
		await done('COMPLETED');
		expect(visit.complaints).toEqual([]);
	});

	it('does not trust a socket that is open and silent', async () => {
		using invoice = pauseWorker('invoice');
		let silent = false;
		await page.routeWebSocket(/\/graphql$/, (socket) => {
			const server = socket.connectToServer();
			server.onMessage((message) => {
				if (!silent) socket.send(message);
			});
		});
		await buy();
		await done('PAID');
		await following('live');
		silent = true;
		invoice.resume();
		await page.locator('[data-status="COMPLETED"][data-state="done"]').waitFor({ timeout: 30_000 });
		expect(visit.complaints).toEqual([]);
	});

	it('shows a refund without a reload, closes the downloads, and offers the credit note', async () => {
		const id = await buy();
		await done('COMPLETED');
		const loads = countLoads(page);
		await refund(id);
		await page.getByRole('heading', { name: 'This order is refunded' }).waitFor({ timeout: 30_000 });
		await page.getByText('$9.00 went back to the card ending in 4242').waitFor();
		await page.getByText('Paid back: the download is closed.').waitFor();
		await page.getByRole('link', { name: 'Credit note' }).waitFor();
		expect(loads()).toBe(0);
		expect(await layoutShift(page)).toBeLessThan(0.02);
		expect(visit.complaints).toEqual([]);
	});

	it('shows a refund in mid-timeline at once', async () => {
		using _invoice = pauseWorker('invoice');
		const id = await buy();
		await done('PAID');
		await following('live');
		await refund(id);
		await done('REFUNDED');
		expect(visit.complaints).toEqual([]);
	});

	it('is cancelled before it is paid', async () => {
		using _payment = pauseWorker('payment');
		await buy();
		await page.getByRole('button', { name: 'Cancel order' }).click();
		await page.getByRole('heading', { name: 'This order is cancelled' }).waitFor();
		await page.getByText('Cancelled: there is nothing to download.').waitFor();
		await following('rested');
		expect(visit.complaints).toEqual([]);
	});

	it('tells the time by the visitor’s clock, and in UTC where it does not know it', async () => {
		await visit.context.close();
		visit = await openVisit(browser, { timezoneId: 'Asia/Tokyo', locale: 'en-GB' });
		page = visit.page;
		const id = await buy();
		await page
			.locator('time', { hasText: /GMT\+9$/ })
			.first()
			.waitFor();
		const { cookies } = await visit.context.storageState();
		await using plain = await openVisit(browser, {
			javaScriptEnabled: false,
			storageState: { cookies, origins: [] },
		});
		await plain.page.goto(`${shop.storefrontUrl}/orders/${id}`);
		expect(await plain.page.locator('time').first().innerText()).toMatch(/UTC$/);
		expect(visit.complaints).toEqual([]);
	});

	it('is a receipt on paper', async () => {
		await buy();
		await done('COMPLETED');
		await page.emulateMedia({ media: 'print' });
		for (const hidden of ['banner', 'contentinfo'] as const)
			expect(await page.getByRole(hidden).isVisible()).toBe(false);
		expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
		for (const kept of [
			'Order IB-',
			'Ada Lovelace',
			'Moon Night',
			'$9.00',
			'Paid with the card ending in 4242',
		])
			expect(await page.getByRole('main').innerText()).toContain(kept);
	});
});

describe('downloads', () => {
	const button = () => page.getByRole('button', { name: 'Download Moon Night' });

	async function downloadOnce(): Promise<string> {
		const downloading = page.waitForEvent('download');
		await button().click();
		return (await downloading).suggestedFilename();
	}

	it('count down to used up, in words', async () => {
		await buy();
		await done('COMPLETED');
		for (const left of ['4 downloads left', '3 downloads left', '2 downloads left', '1 download left']) {
			expect(await downloadOnce()).toBe('moon-night.webp');
			await page.getByText(left).waitFor();
		}
		await downloadOnce();
		await page.getByText('All downloads of this file are used.').waitFor();
		expect(await button().isDisabled()).toBe(true);
		await page.reload();
		await page.getByText('All downloads of this file are used.').waitFor();
		expect(visit.complaints).toEqual([]);
	});

	it('show how far a file is, and one that broke off is not counted twice', async () => {
		await buy();
		await done('COMPLETED');
		await page.route(/\/files\/download\//, (route) => route.abort('connectionreset'));
		await button().click();
		await page.getByText('The download broke off. Press Download again: it is not counted twice.').waitFor();
		await page.getByText('4 downloads left').waitFor();
		await page.unroute(/\/files\/download\//);
		await page.evaluate(`
			globalThis.seen = [];
			new MutationObserver(() => {
				const bar = document.querySelector('progress');
				if (bar) seen.push(bar.value / bar.max);
			}).observe(document.body, { subtree: true, childList: true, attributes: true });
		`);
		expect(await downloadOnce()).toBe('moon-night.webp');
		await page.getByText('Saved. 4 downloads left').waitFor();
		expect(await page.evaluate('seen.length')).toBeGreaterThan(0);
	});

	it('say so when the order was paid back meanwhile', async () => {
		const id = await buy();
		await done('COMPLETED');
		// A page in the background does not look for news.
		await page.evaluate("Object.defineProperty(document, 'visibilityState', { value: 'hidden' })");
		await refund(id);
		await button().click();
		await page.getByText('Paid back: the download is closed.').waitFor();
		expect(visit.complaints).toEqual([]);
	});
});

describe('the link of the mail', () => {
	async function mailedLink(to: string): Promise<string> {
		let link = '';
		await eventually(async () => {
			const mails = (await (await fetch(`${shop.mailUrl}/api/mails`)).json()) as {
				to: string[];
				text: string;
			}[];
			const mail = mails.find((one) => one.to.includes(to));
			link = /\S+\/orders\/\S+\?token=[\w.~-]+/.exec(mail?.text ?? '')?.[0] ?? '';
			expect(link).not.toBe('');
		}, 10_000);
		return link;
	}

	it('opens the order on another device, which follows it and downloads', async () => {
		const id = await buy('moon-night', 'phone@example.com');
		const link = await mailedLink('phone@example.com');
		await using phone = await openVisit(browser, { viewport: { width: 390, height: 844 } });
		await phone.page.goto(link);
		await phone.page.waitForURL(new RegExp(`/orders/${id}$`));
		await done('COMPLETED', phone.page);
		const downloading = phone.page.waitForEvent('download');
		await phone.page.getByRole('button', { name: 'Download Moon Night' }).click();
		expect((await downloading).suggestedFilename()).toBe('moon-night.webp');
		await refund(id);
		await phone.page.getByRole('heading', { name: 'This order is refunded' }).waitFor({ timeout: 30_000 });
		await phone.page.goto(`${shop.storefrontUrl}/orders`);
		await phone.page.getByText('Refunded').waitFor();
		expect(phone.complaints).toEqual([]);
	});

	it('is refused with a clear page when it was forged, and so is another session’s order', async () => {
		const id = await buy();
		await using stranger = await openVisit(browser);
		const open = async (path: string) => {
			const response = await stranger.page.goto(`${shop.storefrontUrl}${path}`);
			expect(response?.status()).toBe(404);
			return stranger.page.getByRole('main').innerText();
		};
		expect(await open(`/orders/${id}?token=forged`)).toContain(
			'The link is incomplete or not valid any more.',
		);
		for (const path of [`/orders/${id}`, `/orders/${id}/invoice`, '/orders/ord_nothing', '/orders/%3Cb%3E']) {
			const text = await open(path);
			expect(text).toContain('This order is not on view here');
			expect(text).not.toMatch(/\n\s+at /);
		}
		// Whose order it is needs no link.
		await page.goto(`${shop.storefrontUrl}/orders/${id}?token=forged`);
		await page.waitForURL(new RegExp(`/orders/${id}$`));
		await page.getByRole('heading', { name: /^Order IB-/ }).waitFor();
		const session = (await visit.context.cookies()).find(({ name }) => name === 'ib_session')!;
		await visit.context.addCookies([{ ...session, value: `${session.value.slice(0, -3)}abc` }]);
		expect((await page.reload())?.status()).toBe(404);
		await page.getByRole('heading', { name: 'This order is not on view here' }).waitFor();
	});
});

describe('the list of orders', () => {
	it('is empty at first, then shows the newest first, a page at a time', async () => {
		await page.goto(`${shop.storefrontUrl}/orders`);
		await page.getByText('No orders yet').waitFor();
		const api = await shopperOf(visit.context, shop.gatewayUrl);
		const { data } = await api.ask('{ product(handle: "moon-night") { id } }');
		for (let count = 1; count <= 21; count++) {
			await api.ask(
				'mutation ($id: ID!) { clearCart { userErrors { code } } addToCart(productId: $id) { userErrors { code } } }',
				{
					id: data.product.id,
				},
			);
			const placed = await api.ask(
				'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { order { id } userErrors { code } } }',
				{
					input: {
						idempotencyKey: `list-${count}`,
						customer: { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.com' },
						paymentMethod: 'pm_card_visa',
					},
				},
			);
			const { id } = placed.data.placeOrder.order;
			await eventually(async () => {
				const { data: now } = await api.ask('query ($id: ID!) { order(id: $id) { status } }', { id });
				expect(now.order.status).not.toBe('PLACED');
			}, 10_000);
		}
		await page.reload();
		await page.getByText('21 orders, newest first').waitFor();
		const numbers = async () =>
			(
				await page
					.getByRole('main')
					.getByText(/^Order IB-/)
					.allInnerTexts()
			).map((text) => Number(text.replace(/\D/g, '')));
		const first = await numbers();
		expect(first).toHaveLength(20);
		expect(first).toEqual(first.toSorted((a, b) => b - a));
		await page.getByRole('link', { name: 'Older orders' }).click();
		await page.waitForURL(/after=/);
		await expect.poll(numbers).toHaveLength(1);
		await page.getByRole('link', { name: 'Newest orders' }).click();
		await expect.poll(numbers).toEqual(first);
		expect(visit.complaints).toEqual([]);
	});
});
