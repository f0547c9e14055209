import { randomUUID } from 'node:crypto';
import { stripeVersion } from '@infinite-blob/payment-provider/stripe-client';
import { eventually } from '@infinite-blob/testing/eventually';
import { type StripeDouble, startStripeDouble } from '@infinite-blob/testing/stripe/stripe-double';
import type { DoubleEvent } from '@infinite-blob/testing/stripe/stripe-ledger';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { ApiConsumer } from '../src/api-consumer.ts';
import { type RunningShop, startShop } from '../src/start-shop.ts';

let stripe: StripeDouble;
let shop: RunningShop;
beforeAll(async () => {
	stripe = await startStripeDouble(stripeVersion);
	vi.stubEnv('STRIPE_SECRET_KEY', stripe.secretKey);
	vi.stubEnv('STRIPE_WEBHOOK_SECRET', stripe.webhookSecret);
	vi.stubEnv('STRIPE_API_URL', stripe.url);
	shop = await startShop();
});
afterAll(async () => {
	vi.unstubAllEnvs();
	await shop?.[Symbol.asyncDispose]();
	await stripe[Symbol.asyncDispose]();
});

const webhook = () => `${shop.gatewayUrl}/webhooks/stripe`;

async function place(api: ApiConsumer, paymentMethod: string): Promise<string> {
	const { data } = await api.ask('{ products(first: 1, sort: PRICE_DESC) { nodes { id } } }');
	await api.ask(
		'mutation ($id: ID!) { addToCart(productId: $id) { userErrors { code } } }',
		data.products.nodes[0],
	);
	const placed = await api.ask(
		`mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { order { id } userErrors { code message } } }`,
		{
			input: {
				idempotencyKey: randomUUID(),
				customer: { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.com' },
				paymentMethod,
			},
		},
	);
	expect(placed.data.placeOrder.userErrors).toEqual([]);
	return placed.data.placeOrder.order.id;
}

const fields = 'status total { amount } payment { status declineCode last4 } timeline { status }';

async function read(api: ApiConsumer, id: string) {
	return (await api.ask(`query ($id: ID!) { order(id: $id) { ${fields} } }`, { id })).data.order;
}

function resting(api: ApiConsumer, id: string, status: string) {
	return eventually(async () => {
		const order = await read(api, id);
		expect(order.status).toBe(status);
		return order;
	}, 20_000);
}

const intentsOf = (orderId: string) =>
	[...stripe.ledger.intents.values()].filter(({ metadata }) => metadata.order_id === orderId);

function eventOf(id: string, type: string): DoubleEvent {
	const found = stripe.ledger.events.find((event) => event.type === type && event.data.object.id === id);
	if (!found) throw new Error(`Stripe has no ${type} of ${id}`);
	return found;
}

async function outcomes(events: DoubleEvent[]): Promise<string[]> {
	const answers = await Promise.all(
		events.map(async (event) => {
			const response = await stripe.deliver(webhook(), event);
			return `${response.status} ${((await response.json()) as { outcome: string }).outcome}`;
		}),
	);
	return answers.toSorted();
}

it('is settled once by three webhooks while our own answer is missing, and paid back once', async () => {
	const api = await ApiConsumer.withSession(shop.gatewayUrl);
	stripe.fail({ endpoint: 'POST /v1/payment_intents', kind: 'held', times: 1 });
	const id = await place(api, 'pm_card_visa');
	await eventually(() => expect(intentsOf(id)).toHaveLength(1), 15_000);
	expect(await read(api, id)).toMatchObject({ status: 'PLACED', payment: { status: 'PROCESSING' } });

	const [intent] = intentsOf(id);
	const event = eventOf(intent!.id, 'payment_intent.succeeded');
	expect(await outcomes([event, event, event])).toEqual(['200 recorded', '200 repeated', '200 repeated']);
	const order = await resting(api, id, 'COMPLETED');
	expect(order.payment).toMatchObject({ status: 'SUCCEEDED', last4: '4242' });
	expect(intent!.amount).toBe(order.total.amount);
	stripe.release();
	expect(await outcomes([event])).toEqual(['200 repeated']);

	const admin = new ApiConsumer(shop.gatewayUrl, shop.adminToken);
	const asked = await admin.ask(
		'mutation ($id: ID!) { refundOrder(orderId: $id) { userErrors { code message } } }',
		{ id },
	);
	expect(asked.data.refundOrder.userErrors).toEqual([]);
	const refunded = await resting(api, id, 'REFUNDED');
	expect(await outcomes([eventOf(intent!.latest_charge!, 'charge.refunded')])).toEqual(['200 known']);
	expect((await read(api, id)).timeline).toEqual(refunded.timeline);
	const statuses = refunded.timeline.map(({ status }: { status: string }) => status);
	expect(statuses.filter((status: string) => status === 'PAID')).toHaveLength(1);
	expect(statuses.filter((status: string) => status === 'REFUNDED')).toHaveLength(1);

	expect(intentsOf(id)).toHaveLength(1);
	const charge = stripe.ledger.charge(intent!.latest_charge!);
	expect(charge).toMatchObject({ amount: order.total.amount, amount_refunded: order.total.amount });
	expect(stripe.ledger.refunds.size).toBe(1);
});

it('is declined where the bank wants to ask the shopper, and paid with another card', async () => {
	const api = await ApiConsumer.withSession(shop.gatewayUrl);
	const id = await place(api, 'pm_card_authenticationRequired');
	const order = await resting(api, id, 'DECLINED');
	expect(order.payment).toMatchObject({ declineCode: 'authentication_required' });
	const retry = `mutation ($id: ID!, $key: String!) {
		retryPayment(orderId: $id, paymentMethod: "pm_card_mastercard", idempotencyKey: $key) { userErrors { code message } } }`;
	expect((await api.ask(retry, { id, key: randomUUID() })).data.retryPayment.userErrors).toEqual([]);
	await resting(api, id, 'COMPLETED');
	expect(intentsOf(id).map(({ status }) => status)).toEqual(['canceled', 'succeeded']);
});

it('is not moved by what is forged, old or too large', async () => {
	const api = await ApiConsumer.withSession(shop.gatewayUrl);
	stripe.fail({ endpoint: 'POST /v1/payment_intents', kind: 'held', times: 1 });
	const id = await place(api, 'pm_card_visa');
	await eventually(() => expect(intentsOf(id)).toHaveLength(1), 15_000);
	const event = eventOf(intentsOf(id)[0]!.id, 'payment_intent.succeeded');
	const post = async (body: string, signature: string) => {
		const headers = { 'content-type': 'application/json', 'stripe-signature': signature };
		const response = await fetch(webhook(), { method: 'POST', headers, body });
		expect(await response.text()).not.toMatch(/\bat .*:\d+|node_modules/);
		return response.status;
	};
	const body = JSON.stringify(event);
	const large = JSON.stringify({ ...event, padding: 'x'.repeat(300 * 1024) });
	expect(await post(body, stripe.sign(body, { secret: 'whsec_forged_forged' }))).toBe(400);
	expect(await post(body, stripe.sign(body, { at: Date.now() - 3_600_000 }))).toBe(400);
	expect(await post(large, stripe.sign(large))).toBe(413);
	expect(await read(api, id)).toMatchObject({ status: 'PLACED', payment: { status: 'PROCESSING' } });
	stripe.release();
	await resting(api, id, 'COMPLETED');
	for (const secret of [stripe.secretKey, stripe.webhookSecret]) expect(shop.output()).not.toContain(secret);
});
