import { randomUUID } from 'node:crypto';
import { eventually } from '@infinite-blob/testing/eventually';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiConsumer } from '../src/api-consumer.ts';
import { type RunningShop, startShop } from '../src/start-shop.ts';

let shop: RunningShop;
beforeAll(async () => {
	shop = await startShop();
});
afterAll(() => shop?.[Symbol.asyncDispose]());

const orderFields = `id number status total { amount formatted } payment { status last4 declineCode } invoiceUrl
	timeline { status at detail } lines { id name quantity downloadsRemaining product { handle image { url } } }`;
const placeMutation = `mutation ($input: PlaceOrderInput!) {
	placeOrder(input: $input) { order { ${orderFields} } userErrors { code field message } } }`;
const customer = { firstName: 'Zoë', lastName: 'Čapek', email: 'zoe@example.com' };

interface Mail {
	to: string[];
	subject: string;
	text: string;
	html: string;
	attachments: { name: string; type: string; size: number }[];
}
const mailsTo = async (address: string): Promise<Mail[]> => {
	const mails = (await (await fetch(`${shop.mailUrl}/api/mails`)).json()) as Mail[];
	return mails.filter(({ to }) => to.includes(address));
};
const downloadsOf = async (api: ApiConsumer, id: string): Promise<number> =>
	(await api.ask('query ($id: ID!) { product(id: $id) { downloads } }', { id })).data.product.downloads;
const lastStatus = async (api: ApiConsumer, orderId: string): Promise<string> => {
	let status = '';
	const query = 'subscription ($id: ID!) { orderStatusChanged(orderId: $id) { status } }';
	for await (const { orderStatusChanged } of api.watch(query, { id: orderId })) {
		status = orderStatusChanged.status;
		if (status === 'DECLINED') break;
	}
	return status;
};

async function withFilledCart(): Promise<{ api: ApiConsumer; products: { id: string; name: string }[] }> {
	const api = await ApiConsumer.withSession(shop.gatewayUrl);
	const { data } = await api.ask('{ products(first: 2, sort: PRICE_ASC) { nodes { id name } } }');
	const products = data.products.nodes;
	for (const { id } of products) {
		const { data: added } = await api.ask(
			'mutation ($id: ID!) { addToCart(productId: $id) { userErrors { code } } }',
			{ id },
		);
		expect(added.addToCart.userErrors).toEqual([]);
	}
	return { api, products };
}

describe('buying two artworks through the API', () => {
	it('goes from the search to the invoice in the mailbox', async () => {
		const api = await ApiConsumer.withSession(shop.gatewayUrl);
		const search = await api.ask('{ products(search: "night", first: 5) { totalCount nodes { id name } } }');
		expect(search.data.products.totalCount).toBeGreaterThan(0);
		const [night] = search.data.products.nodes;
		const cheapest = await api.ask('{ products(sort: PRICE_ASC, first: 5) { nodes { id name } } }');
		const other = cheapest.data.products.nodes.find(({ id }: { id: string }) => id !== night.id);
		const quantities: Record<string, number> = { [night.id]: 1, [other.id]: 2 };
		const before: Record<string, number> = {};
		for (const id of Object.keys(quantities)) before[id] = await downloadsOf(api, id);

		const add =
			'mutation ($id: ID!, $quantity: Int!) { addToCart(productId: $id, quantity: $quantity) { cart { total { amount currency } } userErrors { code } } }';
		let total: unknown;
		for (const [id, quantity] of Object.entries(quantities)) {
			const { data } = await api.ask(add, { id, quantity });
			expect(data.addToCart.userErrors).toEqual([]);
			total = data.addToCart.cart.total;
		}

		const { data } = await api.ask(placeMutation, {
			input: { idempotencyKey: randomUUID(), customer, paymentMethod: 'pm_card_visa', expectedTotal: total },
		});
		expect(data.placeOrder.userErrors).toEqual([]);
		const { id } = data.placeOrder.order;

		const seen: string[] = [];
		const query = `subscription ($id: ID!) { orderStatusChanged(orderId: $id) { state: status ...Rest } }
			fragment Rest on Order { timeline { status } lines { name product { name price { formatted } } } }`;
		for await (const { orderStatusChanged } of api.watch(query, { id })) {
			seen.push(orderStatusChanged.state);
			for (const line of orderStatusChanged.lines) expect(line.product.name).toBe(line.name);
			expect(orderStatusChanged.timeline.at(-1).status).toBe(orderStatusChanged.state);
		}
		expect(seen.at(-1)).toBe('COMPLETED');
		expect(new Set(seen).size).toBe(seen.length);

		const { data: read } = await api.ask(`query ($id: ID!) { order(id: $id) { ${orderFields} } }`, { id });
		const { order } = read;
		expect(order.timeline.map(({ status }: { status: string }) => status)).toEqual([
			'PLACED',
			'PAID',
			'INVOICED',
			'COMPLETED',
		]);
		expect(order.payment).toMatchObject({ status: 'SUCCEEDED', last4: '4242' });

		const invoice = await fetch(order.invoiceUrl);
		expect(invoice.headers.get('content-type')).toBe('application/pdf');
		const pdf = await getDocumentProxy(new Uint8Array(await invoice.arrayBuffer()));
		const { text } = await extractText(pdf, { mergePages: true });
		for (const word of ['Zoë Čapek', order.number, night.name, other.name, order.total.formatted]) {
			expect(text).toContain(word);
		}

		const line = order.lines.find(({ name }: { name: string }) => name === night.name);
		const { data: link } = await api.ask(
			'mutation ($o: ID!, $l: ID!) { createDownload(orderId: $o, lineId: $l) { download { url remaining } userErrors { code } } }',
			{ o: id, l: line.id },
		);
		expect(link.createDownload).toMatchObject({ download: { remaining: 4 }, userErrors: [] });
		const original = await fetch(link.createDownload.download.url);
		expect(original.headers.get('content-disposition')).toContain('attachment');
		const bytes = Buffer.from(await original.arrayBuffer());
		expect(bytes.subarray(0, 4).toString()).toBe('RIFF');
		expect(bytes.subarray(8, 12).toString()).toBe('WEBP');

		const [mail, ...more] = await mailsTo(customer.email);
		expect(more).toEqual([]);
		expect(mail?.subject).toContain(order.number);
		expect(mail?.attachments).toMatchObject([{ type: 'application/pdf' }]);
		expect(mail?.text).toContain(`/orders/${id}?token=`);
		expect(mail?.html).toContain(night.name);

		await eventually(async () => {
			for (const [productId, quantity] of Object.entries(quantities)) {
				expect(await downloadsOf(api, productId)).toBe(before[productId]! + quantity);
			}
		});
		await eventually(async () => {
			const { data: after } = await api.ask('{ cart { totalQuantity } }');
			expect(after.cart.totalQuantity).toBe(0);
		});
	});

	it('opens the order on another device with the token from the mail', async () => {
		const { api } = await withFilledCart();
		const email = `${randomUUID()}@example.com`;
		const { data } = await api.ask(placeMutation, {
			input: { idempotencyKey: 'k', customer: { ...customer, email }, paymentMethod: 'pm_card_mastercard' },
		});
		const { id } = data.placeOrder.order;
		expect(await lastStatus(api, id)).toBe('COMPLETED');
		const [mail] = await mailsTo(email);
		const token = /token=([\w.-]+)/.exec(mail?.text ?? '')?.[1];
		const device = await ApiConsumer.withSession(shop.gatewayUrl);
		const order = () => device.ask('query ($id: ID!) { order(id: $id) { status } }', { id });
		expect((await order()).data.order).toBeNull();
		const claim = await device.ask(
			'mutation ($id: ID!, $token: String!) { claimOrder(orderId: $id, token: $token) { userErrors { code } } }',
			{ id, token },
		);
		expect(claim.data.claimOrder.userErrors).toEqual([]);
		expect((await order()).data.order.status).toBe('COMPLETED');
	});

	it('places one order, charges once and mails once for one key sent twenty times at once', async () => {
		const { api, products } = await withFilledCart();
		const email = `${randomUUID()}@example.com`;
		const before = await downloadsOf(api, products[0]!.id);
		const input = {
			idempotencyKey: 'twenty',
			customer: { ...customer, email },
			paymentMethod: 'pm_card_visa',
		};
		const answers = await Promise.all(Array.from({ length: 20 }, () => api.ask(placeMutation, { input })));
		const ids = new Set(answers.map(({ data }) => data.placeOrder.order.id));
		expect(ids.size).toBe(1);
		const [id] = [...ids];
		expect(await lastStatus(api, id)).toBe('COMPLETED');
		const reused = await api.ask(placeMutation, { input: { ...input, paymentMethod: 'pm_card_mastercard' } });
		expect(reused.data.placeOrder.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED' }]);
		await eventually(async () => expect(await downloadsOf(api, products[0]!.id)).toBe(before + 1));
		expect(await mailsTo(email)).toHaveLength(1);
		const { data } = await api.ask('{ orders { totalCount } }');
		expect(data.orders.totalCount).toBe(1);
	});

	it('keeps the cart when the card is declined, and completes after another card', async () => {
		const { api } = await withFilledCart();
		const email = `${randomUUID()}@example.com`;
		const { data } = await api.ask(placeMutation, {
			input: {
				idempotencyKey: 'd',
				customer: { ...customer, email },
				paymentMethod: 'pm_card_chargeDeclinedInsufficientFunds',
			},
		});
		const { id } = data.placeOrder.order;
		expect(await lastStatus(api, id)).toBe('DECLINED');
		const { data: read } = await api.ask(
			`query ($id: ID!) { order(id: $id) { ${orderFields} } cart { totalQuantity } }`,
			{ id },
		);
		expect(read.order).toMatchObject({
			payment: { status: 'DECLINED', declineCode: 'insufficient_funds' },
			invoiceUrl: null,
		});
		expect(read.cart.totalQuantity).toBe(2);
		const [declined] = await eventually(async () => {
			const mails = await mailsTo(email);
			expect(mails).toHaveLength(1);
			return mails;
		});
		expect(declined?.text).toContain('Your card has insufficient funds.');
		expect(declined?.text).toContain(`/orders/${id}?token=`);
		const retried = await api.ask(
			'mutation ($id: ID!) { retryPayment(orderId: $id, paymentMethod: "pm_card_visa", idempotencyKey: "r") { userErrors { code } } }',
			{ id },
		);
		expect(retried.data.retryPayment.userErrors).toEqual([]);
		expect(await lastStatus(api, id)).toBe('COMPLETED');
		const subjects = (await mailsTo(email)).map(({ subject }) => subject);
		expect(subjects).toEqual([expect.stringContaining('Your order'), expect.stringContaining('declined')]);
	});

	it('refunds for the admin, and sends the credit note', async () => {
		const { api } = await withFilledCart();
		const email = `${randomUUID()}@example.com`;
		const { data } = await api.ask(placeMutation, {
			input: { idempotencyKey: 'f', customer: { ...customer, email }, paymentMethod: 'pm_card_visa' },
		});
		const { id } = data.placeOrder.order;
		expect(await lastStatus(api, id)).toBe('COMPLETED');
		const refund =
			'mutation ($id: ID!) { refundOrder(orderId: $id) { order { payment { status } } userErrors { code } } }';
		expect((await api.ask(refund, { id })).errors[0]?.extensions?.code).toBe('FORBIDDEN');
		const admin = new ApiConsumer(shop.gatewayUrl, shop.adminToken);
		const { data: refunded } = await admin.ask(refund, { id });
		expect(refunded.refundOrder.order.payment.status).toMatch(/REFUND/);
		expect(await lastStatus(api, id)).toBe('REFUNDED');
		await eventually(async () => {
			const [mail] = await mailsTo(email);
			expect(mail?.subject).toMatch(/is refunded$/);
			expect(mail?.attachments.map(({ name }) => name)).toEqual([
				expect.stringMatching(/^credit-note-.*\.pdf$/),
			]);
		});
	});
});

describe('what is refused', () => {
	it.each([
		['addToCart(productId: "prd_none")', 'PRODUCT_NOT_FOUND', ['productId']],
		['addToCart(productId: "PRODUCT", quantity: 0)', 'INVALID_QUANTITY', ['quantity']],
		['addToCart(productId: "PRODUCT", quantity: -1)', 'INVALID_QUANTITY', ['quantity']],
		['addToCart(productId: "PRODUCT", quantity: 1000)', 'INVALID_QUANTITY', ['quantity']],
		['applyCoupon(code: "NOPE")', 'COUPON_NOT_FOUND', ['code']],
	])('%s', async (field, code, path) => {
		const api = await ApiConsumer.withSession(shop.gatewayUrl);
		const { data } = await api.ask('{ products(first: 1) { nodes { id } } }');
		const mutation = field.replace('PRODUCT"', `${data.products.nodes[0].id}"`);
		const answer = await api.ask(`mutation { ${mutation} { userErrors { code field } } }`);
		expect(Object.values(answer.data)).toEqual([{ userErrors: [{ code, field: path }] }]);
		expect((await api.ask('{ cart { totalQuantity } }')).data.cart.totalQuantity).toBe(0);
	});

	it('a forged token, on any operation', async () => {
		const { status, errors } = await new ApiConsumer(shop.gatewayUrl, 'forged').ask('{ __typename }');
		expect(status).toBe(401);
		expect(errors[0]?.extensions?.code).toBe('UNAUTHENTICATED');
	});

	it('a cart without a session, while the catalogue needs none', async () => {
		const api = new ApiConsumer(shop.gatewayUrl);
		const { data, errors } = await api.ask('{ cart { id } products(first: 1) { totalCount } }');
		expect(data.cart).toBeNull();
		expect(data.products.totalCount).toBeGreaterThanOrEqual(48);
		expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['UNAUTHENTICATED']);
	});

	it('a subgraph asked directly', async () => {
		const response = await fetch(`http://127.0.0.1:${shop.ports.ORDERS_PORT}/graphql`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ query: '{ __typename }' }),
		});
		expect(response.status).toBe(401);
	});
});
