import { orderAccessToken } from '@infinite-blob/session/order-access';
import { contextHeader, signContext } from '@infinite-blob/session/request-context';
import type { Viewer } from '@infinite-blob/session/viewer';
import { eventually } from '@infinite-blob/testing/eventually';
import { testSecret } from '@infinite-blob/testing/subgraph-client';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OrdersFixture, orderFields } from './orders-fixture.ts';
import { ada, testCheckout } from './test-order.ts';
import { watch } from './watch.ts';

let shop: OrdersFixture;
let sessions = 0;
let shopper: Viewer;
const admin: Viewer = { kind: 'admin' };

beforeAll(async () => {
	shop = await OrdersFixture.start();
});
afterAll(() => shop[Symbol.asyncDispose]());
beforeEach(() => {
	// Each shopper has a cart of their own, as each session has.
	shopper = { kind: 'session', sessionId: `ses_${++sessions}` };
	shop.checkout = testCheckout({ cartId: `crt_${sessions}` });
	shop.holdCoupon = async () => null;
});

const read = async (id: string, viewer: Viewer = shopper) => {
	const { data, errors } = await shop.ask(viewer, `query ($id: ID!) { order(id: $id) { ${orderFields} } }`, {
		id,
	});
	expect(errors).toEqual([]);
	return data.order;
};
const until = (id: string, status: string) =>
	eventually(async () => {
		const order = await read(id);
		expect(order.status).toBe(status);
		return order;
	});
const command = async (viewer: Viewer, field: string) => {
	const { data, errors } = await shop.ask(
		viewer,
		`mutation { ${field} { order { ${orderFields} } userErrors { code field } } }`,
	);
	return data ? Object.values<any>(data)[0] : { errors };
};
async function paidOrder() {
	const { order } = await shop.place(shopper);
	await shop.worker.requestCharge(order.id);
	await shop.worker.succeed(order.id);
	return until(order.id, 'PAID');
}
async function declinedOrder() {
	const { order } = await shop.place(shopper);
	await shop.worker.requestCharge(order.id);
	await shop.worker.decline(order.id);
	return until(order.id, 'DECLINED');
}

describe('placing an order', () => {
	it('takes the cart as it stands, and tells of it', async () => {
		const { order, userErrors } = await shop.place(shopper);
		expect(userErrors).toEqual([]);
		expect(order).toMatchObject({
			number: expect.stringMatching(/^IB-\d{6}$/),
			status: 'PLACED',
			total: { amount: 3100, currency: 'USD' },
			payment: { status: 'PENDING' },
			timeline: [{ status: 'PLACED' }],
			invoiceUrl: null,
		});
		expect(order.lines).toMatchObject([
			{ name: 'PRD_A', quantity: 1, downloadsRemaining: null, product: { id: 'prd_a' } },
			{ name: 'PRD_B', quantity: 2 },
		]);
		expect(await shop.announced('order.placed', order.id)).toBe(1);
	});

	it('places one order for twenty requests with one key at once', async () => {
		const input = { idempotencyKey: 'same' };
		const answers = await Promise.all(Array.from({ length: 20 }, () => shop.place(shopper, input)));
		const ids = new Set(answers.map(({ order }) => order.id));
		expect(ids.size).toBe(1);
		expect(answers.every(({ userErrors }) => userErrors.length === 0)).toBe(true);
		const [id] = [...ids];
		expect(await shop.announced('order.placed', id)).toBe(1);
	});

	it('returns the same order for the same key when the cart is empty by then', async () => {
		const { order } = await shop.place(shopper, { idempotencyKey: 'k' });
		shop.checkout = testCheckout({ lines: [] });
		expect((await shop.place(shopper, { idempotencyKey: 'k' })).order.id).toBe(order.id);
	});

	it('returns the order that the same request placed meanwhile, whatever that did to the cart', async () => {
		const input = { idempotencyKey: 'twins' };
		let twin = '';
		shop.beforeCheckout = async () => {
			twin = (await shop.place(shopper, input)).order.id;
			shop.checkout = testCheckout({ lines: [] });
		};
		const { order, userErrors } = await shop.place(shopper, input);
		expect(userErrors).toEqual([]);
		expect(order.id).toBe(twin);
	});

	it('refuses a key that was used with another input', async () => {
		await shop.place(shopper, { idempotencyKey: 'k' });
		const { order, userErrors } = await shop.place(shopper, {
			idempotencyKey: 'k',
			paymentMethod: 'pm_card_mastercard',
		});
		expect(order).toBeNull();
		expect(userErrors).toMatchObject([
			{ code: 'IDEMPOTENCY_KEY_REUSED', field: ['input', 'idempotencyKey'] },
		]);
	});

	it('refuses a second order for the same cart while the first is on its way, and shows the first', async () => {
		const first = await shop.place(shopper);
		const second = await shop.place(shopper);
		expect(second.userErrors).toMatchObject([{ code: 'ORDER_IN_PROGRESS' }]);
		expect(second.order.id).toBe(first.order.id);
		shop.checkout = { ...shop.checkout, version: 4 };
		expect((await shop.place(shopper)).userErrors).toEqual([]);
	});

	it.each([
		[{ customer: { ...ada, email: 'nobody' } }, 'INVALID_CUSTOMER', ['input', 'customer', 'email']],
		[
			{ customer: { ...ada, firstName: 'x'.repeat(10_000) } },
			'INVALID_CUSTOMER',
			['input', 'customer', 'firstName'],
		],
		[{ paymentMethod: 'pm_card_unknown' }, 'INVALID_PAYMENT_METHOD', ['input', 'paymentMethod']],
		[{ idempotencyKey: '' }, 'INVALID_INPUT', ['input', 'idempotencyKey']],
		[{ idempotencyKey: 'x'.repeat(65) }, 'INVALID_INPUT', ['input', 'idempotencyKey']],
		[{ expectedTotal: { amount: 1, currency: 'USD' } }, 'PRICE_CHANGED', ['input', 'expectedTotal']],
	])('refuses %j', async (input, code, field) => {
		const { order, userErrors } = await shop.place(shopper, input);
		expect(order).toBeNull();
		expect(userErrors).toMatchObject([{ code, field }]);
		const { data } = await shop.ask(shopper, '{ orders { totalCount } }');
		expect(data.orders.totalCount).toBe(0);
	});

	it('refuses an empty cart', async () => {
		shop.checkout = testCheckout({ lines: [] });
		expect((await shop.place(shopper)).userErrors).toMatchObject([{ code: 'CART_EMPTY' }]);
	});

	it('names the coupon that took the discount off', async () => {
		expect((await shop.place(shopper)).order.coupon).toBeNull();
		shop.checkout = testCheckout({ version: 4, coupon: 'WELCOME10' });
		expect((await shop.place(shopper)).order.coupon).toBe('WELCOME10');
	});

	it('refuses a coupon that can not be held', async () => {
		shop.checkout = { ...shop.checkout, coupon: 'WELCOME10' };
		shop.holdCoupon = async () => 'The coupon was used before.';
		expect((await shop.place(shopper)).userErrors).toMatchObject([
			{ code: 'COUPON_INVALID', message: 'The coupon was used before.' },
		]);
	});

	it('tells a second order for a cart with a coupon of the first, not of the coupon', async () => {
		shop.checkout = { ...shop.checkout, coupon: 'WELCOME10' };
		const first = await shop.place(shopper);
		shop.holdCoupon = async () => 'The coupon was used before.';
		const second = await shop.place(shopper);
		expect(second.userErrors).toMatchObject([{ code: 'ORDER_IN_PROGRESS' }]);
		expect(second.order.id).toBe(first.order.id);
	});

	it('needs a session', async () => {
		const { errors } = await shop.place({ kind: 'anonymous' });
		expect(errors[0].extensions.code).toBe('UNAUTHENTICATED');
	});
});

describe('what workers report', () => {
	it('moves the order to completed, each step once however often it is reported', async () => {
		const { order } = await shop.place(shopper);
		for (const report of [
			shop.worker.requestCharge,
			shop.worker.succeed,
			shop.worker.invoice,
			shop.worker.confirm,
		]) {
			await report(order.id);
			await report(order.id);
		}
		const completed = await until(order.id, 'COMPLETED');
		expect(completed.timeline.map(({ status }: { status: string }) => status)).toEqual([
			'PLACED',
			'PAID',
			'INVOICED',
			'COMPLETED',
		]);
		expect(completed.payment).toMatchObject({ status: 'SUCCEEDED', last4: '4242' });
		for (const type of ['payment.charge_granted', 'order.paid', 'order.invoiced', 'order.completed']) {
			expect(await shop.announced(type, order.id)).toBe(1);
		}
	});

	it('keeps an order declined until it is retried', async () => {
		const declined = await declinedOrder();
		expect(declined).toMatchObject({ payment: { status: 'DECLINED', declineCode: 'card_declined' } });
		const retry = `retryPayment(orderId: "${declined.id}", paymentMethod: "pm_card_visa", idempotencyKey: "r")`;
		expect((await command(shopper, retry)).order.status).toBe('PLACED');
		expect((await command(shopper, retry)).userErrors).toEqual([]);
		expect(await shop.announced('order.payment_retried', declined.id)).toBe(1);
		await shop.worker.requestCharge(declined.id, 2);
		await shop.worker.succeed(declined.id, 2);
		await until(declined.id, 'PAID');
	});

	it('does not charge a declined order again while another one for the same cart is on its way', async () => {
		const declined = await declinedOrder();
		const second = await shop.place(shopper);
		expect(second.userErrors).toEqual([]);
		const retry = `retryPayment(orderId: "${declined.id}", paymentMethod: "pm_card_visa", idempotencyKey: "r")`;
		const refused = await command(shopper, retry);
		expect(refused.userErrors).toMatchObject([{ code: 'ORDER_IN_PROGRESS' }]);
		expect(refused.order.id).toBe(second.order.id);
		expect((await read(declined.id)).status).toBe('DECLINED');
		await command(shopper, `cancelOrder(orderId: "${second.order.id}")`);
		expect((await command(shopper, retry)).userErrors).toEqual([]);
		const third = await shop.place(shopper);
		expect(third.userErrors).toMatchObject([{ code: 'ORDER_IN_PROGRESS' }]);
		expect(third.order.id).toBe(declined.id);
	});

	it('charges one of two declined orders for the same cart when both are tried again at once', async () => {
		const declined = [await declinedOrder(), await declinedOrder()];
		const payloads = await Promise.all(
			declined.map(({ id }) =>
				command(
					shopper,
					`retryPayment(orderId: "${id}", paymentMethod: "pm_card_visa", idempotencyKey: "r")`,
				),
			),
		);
		expect(payloads.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
	});
});

describe('cancelling and refunding', () => {
	it('cancels an order that waits, and says so again without an error', async () => {
		const { order } = await shop.place(shopper);
		for (let i = 0; i < 2; i++) {
			const payload = await command(shopper, `cancelOrder(orderId: "${order.id}")`);
			expect(payload).toMatchObject({ order: { status: 'CANCELLED' }, userErrors: [] });
		}
		expect(await shop.announced('order.cancelled', order.id)).toBe(1);
	});

	it('does not cancel what is being charged, and charges nothing that was cancelled', async () => {
		const { order } = await shop.place(shopper);
		await shop.worker.requestCharge(order.id);
		await eventually(async () => expect((await read(order.id)).payment.status).toBe('PROCESSING'));
		const { userErrors } = await command(shopper, `cancelOrder(orderId: "${order.id}")`);
		expect(userErrors).toMatchObject([{ code: 'NOT_CANCELLABLE' }]);
	});

	it('refunds for the admin alone', async () => {
		const { id } = await paidOrder();
		const refused = await command(shopper, `refundOrder(orderId: "${id}")`);
		expect(refused.errors[0].extensions.code).toBe('FORBIDDEN');
		const { order } = await command(admin, `refundOrder(orderId: "${id}")`);
		expect(order.payment.status).toBe('REFUND_PENDING');
		await shop.worker.refund(id);
		expect((await until(id, 'REFUNDED')).lines[0].downloadsRemaining).toBeNull();
	});
});

describe('an invoice that comes after the refund', () => {
	it('is kept, and announced to nobody', async () => {
		const { id } = await paidOrder();
		await command(admin, `refundOrder(orderId: "${id}")`);
		await shop.worker.refund(id);
		await until(id, 'REFUNDED');
		await shop.worker.invoice(id);
		await eventually(async () => expect((await read(id)).invoiceUrl).not.toBeNull());
		expect((await read(id)).status).toBe('REFUNDED');
		expect(await shop.announced('order.invoiced', id)).toBe(0);
	});
});

describe('downloads', () => {
	const create = async (orderId: string, lineId: string, viewer = shopper) => {
		const { data } = await shop.ask(
			viewer,
			`mutation ($orderId: ID!, $lineId: ID!) { createDownload(orderId: $orderId, lineId: $lineId) {
				download { url remaining expiresAt } userErrors { code } } }`,
			{ orderId, lineId },
		);
		return data.createDownload;
	};
	const fetchFile = (url: string, range?: string) => {
		const { pathname } = new URL(url);
		const context = { viewer: { kind: 'anonymous' } as const, address: '::1', requestId: 'r' };
		const headers = { [contextHeader]: signContext(context, testSecret, Date.now()) };
		return fetch(`${shop.url}${pathname}`, { headers: range ? { ...headers, range } : headers });
	};

	it('open with the payment, five times a line, and count ranges once', async () => {
		const { id, lines } = await paidOrder();
		for (let remaining = 4; remaining >= 0; remaining--) {
			const { download } = await create(id, lines[0].id);
			expect(download.remaining).toBe(remaining);
			expect(download.url).toMatch(/^http:\/\/gateway\.test\/files\/download\//);
			if (remaining === 4) {
				const part = await fetchFile(download.url, 'bytes=0-3');
				expect(part.status).toBe(206);
				expect(await part.text()).toBe('0123');
				const whole = await fetchFile(download.url);
				expect(await whole.text()).toBe('0123456789');
				expect(whole.headers.get('content-disposition')).toBe('attachment; filename="art.webp"');
				expect(whole.headers.get('cache-control')).toContain('no-store');
			}
		}
		expect((await create(id, lines[0].id)).userErrors).toEqual([{ code: 'DOWNLOADS_USED_UP' }]);
		expect((await read(id)).lines[0].downloadsRemaining).toBe(0);
	});

	it('are called and declared as what the original is', async () => {
		const { id, lines } = await paidOrder();
		const before = shop.original;
		shop.original = 'originals/b.png';
		const { download } = await create(id, lines[0].id);
		shop.original = before;
		const { headers } = await fetchFile(download.url);
		expect(headers.get('content-type')).toBe('image/png');
		expect(headers.get('content-disposition')).toBe('attachment; filename="art.png"');
	});

	it('are refused before the payment, for another line, for another session and with a forged link', async () => {
		const { order } = await shop.place(shopper);
		expect((await create(order.id, order.lines[0].id)).userErrors).toEqual([{ code: 'NOT_DOWNLOADABLE' }]);
		expect((await create(order.id, 'oln_x')).userErrors).toEqual([{ code: 'NOT_DOWNLOADABLE' }]);
		const stranger: Viewer = { kind: 'session', sessionId: 'ses_stranger' };
		expect((await create(order.id, order.lines[0].id, stranger)).userErrors).toEqual([
			{ code: 'ORDER_NOT_FOUND' },
		]);
		expect((await fetchFile('http://x/files/download/forged.token')).status).toBe(403);
	});

	it('stop working after a refund, links made before included', async () => {
		const { id, lines } = await paidOrder();
		const { download } = await create(id, lines[0].id);
		await command(admin, `refundOrder(orderId: "${id}")`);
		await shop.worker.refund(id);
		await until(id, 'REFUNDED');
		expect((await create(id, lines[0].id)).userErrors).toEqual([{ code: 'NOT_DOWNLOADABLE' }]);
		expect((await fetchFile(download.url)).status).toBe(403);
	});

	it('serve the invoice by its signed link', async () => {
		const { id } = await paidOrder();
		await shop.worker.invoice(id);
		const { invoiceUrl } = await until(id, 'INVOICED');
		const response = await fetchFile(invoiceUrl);
		expect(response.headers.get('content-type')).toBe('application/pdf');
		expect(await response.text()).toBe('%PDF-1.7');
	});
});

describe('a query that is not right', () => {
	it.each([
		['{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
		['{ order(id: ', 'GRAPHQL_PARSE_FAILED'],
		['{ order(id: {}) { id } }', 'GRAPHQL_VALIDATION_FAILED'],
	])('%s is answered with 400 and what is wrong', async (query, code) => {
		const { status, errors } = await shop.ask(shopper, query);
		expect(status).toBe(400);
		expect(errors[0]?.extensions?.code).toBe(code);
		expect(errors[0]?.message).not.toContain('went wrong');
	});
});

describe('the list of orders', () => {
	it.each(['', 'x', 'W10'])('takes no cursor like "%s"', async (after) => {
		const { errors } = await shop.ask(shopper, `{ orders(after: "${after}") { totalCount } }`);
		expect(errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
	});
});

describe('who may see an order', () => {
	it('is its session and the admin, and nobody else can tell that it exists', async () => {
		const { order } = await shop.place(shopper);
		const stranger: Viewer = { kind: 'session', sessionId: 'ses_stranger' };
		expect(await read(order.id, stranger)).toBeNull();
		expect(await read('ord_none', stranger)).toBeNull();
		expect((await read(order.id, admin)).id).toBe(order.id);
		for (const id of [order.id, 'ord_none']) {
			const { userErrors } = await command(stranger, `cancelOrder(orderId: "${id}")`);
			expect(userErrors).toMatchObject([{ code: 'ORDER_NOT_FOUND' }]);
		}
		const entity = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Order { status } } }`;
		const variables = { r: [{ __typename: 'Order', id: order.id }] };
		expect((await shop.ask(stranger, entity, variables)).data._entities).toEqual([null]);
		expect((await shop.ask(shopper, entity, variables)).data._entities).toEqual([{ status: 'PLACED' }]);
	});

	it('is also a session that brings the token from the mail', async () => {
		const { order } = await shop.place(shopper);
		const other: Viewer = { kind: 'session', sessionId: `ses_other_${sessions}` };
		const claim = (token: string) => command(other, `claimOrder(orderId: "${order.id}", token: "${token}")`);
		expect((await claim('forged')).userErrors).toMatchObject([{ code: 'ACCESS_DENIED' }]);
		expect((await claim(orderAccessToken(order.id, testSecret))).order.id).toBe(order.id);
		const { data } = await shop.ask(other, '{ orders { nodes { id } } }');
		expect(data.orders.nodes).toEqual([{ id: order.id }]);
	});

	it('refuses whoever brings no signature', async () => {
		const response = await fetch(`${shop.url}/graphql`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: '{"query":"{ __typename }"}',
		});
		expect(response.status).toBe(401);
	});
});

describe('the list of orders', () => {
	it('is newest first, in pages without gaps', async () => {
		const ids: string[] = [];
		for (let version = 1; version <= 5; version++) {
			shop.checkout = { ...shop.checkout, version };
			ids.unshift((await shop.place(shopper)).order.id);
		}
		const seen: string[] = [];
		let after: string | null = null;
		do {
			const answer: any = await shop.ask(
				shopper,
				`query ($after: String) { orders(first: 2, after: $after) {
					totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`,
				{ after },
			);
			const { nodes, pageInfo, totalCount } = answer.data.orders;
			expect(totalCount).toBe(5);
			seen.push(...nodes.map(({ id }: { id: string }) => id));
			after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
		} while (after);
		expect(seen).toEqual(ids);
	});

	it.each(['first: 0', 'first: 101', 'first: -1', 'after: "forged"'])('refuses %s', async (argument) => {
		const { errors } = await shop.ask(shopper, `{ orders(${argument}) { totalCount } }`);
		expect(errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
	});
});

describe('watching an order', () => {
	it('shows it as it is, then each change in order, and ends when it rests', async () => {
		const { order } = await shop.place(shopper);
		const { states, client } = watch(shop, shopper, order.id);
		const seen: string[] = [];
		for await (const { data } of states) {
			const { status, timeline } = data.orderStatusChanged;
			expect(timeline.at(-1).status).toBe(status);
			seen.push(status);
			if (status === 'PLACED') {
				await shop.worker.requestCharge(order.id);
				await shop.worker.succeed(order.id);
			}
			if (status === 'PAID') await shop.worker.invoice(order.id);
			if (status === 'INVOICED') await shop.worker.confirm(order.id);
		}
		expect(seen).toEqual(['PLACED', 'PAID', 'INVOICED', 'COMPLETED']);
		await client.dispose();
	});

	it('answers another session as for an order that does not exist', async () => {
		const { order } = await shop.place(shopper);
		for (const id of [order.id, 'ord_none']) {
			const { states, client } = watch(shop, { kind: 'session', sessionId: 'ses_stranger' }, id);
			const first = await states.next().catch((errors: any) => ({ value: { errors } }));
			expect(first.value.errors[0].extensions.code).toBe('ORDER_NOT_FOUND');
			await client.dispose();
		}
	});

	it('lets go of the order when the watcher leaves', async () => {
		const { order } = await shop.place(shopper);
		const { states, client } = watch(shop, shopper, order.id);
		await states.next();
		const channel = `orders.changed.${order.id}`;
		const watchers = async () => ((await shop.redis.pubsub('NUMSUB', channel)) as [string, number])[1];
		expect(await watchers()).toBe(1);
		await client.dispose();
		// At once, not at the next look into the store.
		await eventually(async () => expect(await watchers()).toBe(0), 1_000);
	});
});
