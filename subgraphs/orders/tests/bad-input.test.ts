import { listDeadLetters } from '@infinite-blob/events/dead-letters';
import { orderAccessToken } from '@infinite-blob/session/order-access';
import type { Viewer } from '@infinite-blob/session/viewer';
import { eventually } from '@infinite-blob/testing/eventually';
import { testSecret } from '@infinite-blob/testing/subgraph-client';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OrdersFixture } from './orders-fixture.ts';
import { admin, codeOf, type OrderState, orderStates, Shopper } from './shopper.ts';
import { watch } from './watch.ts';

let shop: OrdersFixture;
let shopper: Shopper;

beforeAll(async () => {
	shop = await OrdersFixture.start();
});
afterAll(() => shop[Symbol.asyncDispose]());
beforeEach(() => {
	shopper = new Shopper(shop);
});

const anonymous: Viewer = { kind: 'anonymous' };
const stranger: Viewer = { kind: 'session', sessionId: 'ses_stranger' };
const commands = {
	cancelOrder: (id: string, viewer: Viewer) => shopper.cancel(id, viewer),
	retryPayment: (id: string, viewer: Viewer) => shopper.retry(id, 'k', 'pm_card_visa', viewer),
	refundOrder: (id: string, viewer: Viewer) => shopper.refund(id, viewer),
	claimOrder: (id: string, viewer: Viewer) => claim(id, orderAccessToken(id, testSecret), viewer),
	createDownload: (id: string, viewer: Viewer) => download(id, lineOf(id), viewer),
};

const lineOf = (id: string) => `${id.replace('ord_', 'oln_')}_1`;
const literal = (text: string) => JSON.stringify(text);
const claim = (id: string, token: string, viewer: Viewer) =>
	shopper.command(`claimOrder(orderId: ${literal(id)}, token: ${literal(token)})`, viewer);
async function download(id: string, lineId: string, viewer = shopper.viewer): Promise<any> {
	const query = `mutation ($id: ID!, $lineId: ID!) { createDownload(orderId: $id, lineId: $lineId) {
		download { remaining } userErrors { code field } } }`;
	const { data, errors } = await shop.ask(viewer, query, { id, lineId });
	return data?.createDownload ?? { errors };
}

/** Everything that is kept of an order, and everything that was said about it. */
const traces = async (id: string) => ({
	order: await shop.stored(id),
	events: await shop.events(id),
	downloads: await shop.redis.hgetall(`orders:downloads:${id}`),
});

describe('a wrong order', () => {
	// What redis-om knows the index by is kept among the orders: a string, no document.
	const ofIndex = 'index:hash';
	const others = ['', 'ord_none', 'nonsense', '💾', '../orders:sequence', 'orders:open:x', 'x'.repeat(5_000)];
	const ids = [...others, ofIndex];

	describe.each(['cancelOrder', 'retryPayment', 'createDownload'] as const)('%s', (name) => {
		it.each(ids)('refuses "%s"', async (id) => {
			expect(codeOf(await commands[name](id, shopper.viewer))).toBe('ORDER_NOT_FOUND');
		});
	});

	it.each(ids)('refundOrder refuses "%s"', async (id) => {
		expect(codeOf(await commands.refundOrder(id, admin))).toBe('ORDER_NOT_FOUND');
	});

	it.each(ids)('claimOrder refuses "%s", with a token for it or without', async (id) => {
		expect(codeOf(await claim(id, orderAccessToken(id, testSecret), shopper.viewer))).toBe('ORDER_NOT_FOUND');
		for (const token of ['', 'forged', orderAccessToken('ord_other', testSecret)])
			expect(codeOf(await claim(id, token, shopper.viewer))).toBe('ACCESS_DENIED');
	});

	it.each(ids)('is not there to be seen: "%s"', async (id) => {
		const query = `query ($id: ID!) { order(id: $id) { id }
			_entities(representations: [{ __typename: "Order", id: ${literal(id)} }]) { __typename } }`;
		const { data, errors } = await shop.ask(admin, query, { id });
		expect(errors).toEqual([]);
		expect(data).toEqual({ order: null, _entities: [null] });
	});

	it.each(ids)('cannot be watched: "%s"', async (id) => {
		const { states, client } = watch(shop, shopper.viewer, id);
		const told = states.next().then(
			({ value }) => value.errors,
			(errors) => errors,
		);
		expect(await told).toMatchObject([{ extensions: { code: 'ORDER_NOT_FOUND' } }]);
		await client.dispose();
	});

	it('that is reported of is given up at once, for a person to see', async () => {
		await shop.worker.succeed(ofIndex);
		await eventually(async () => {
			const letters = await listDeadLetters(shop.redis, 'orders.events');
			expect(letters.map(({ error }) => error)).toEqual([
				'payment.charge_succeeded is about index:hash, which is not there',
			]);
		});
	});
});

describe('a wrong owner', () => {
	it.each(Object.keys(commands) as (keyof typeof commands)[])('%s', async (name) => {
		const id = await shopper.order(name === 'retryPayment' ? 'DECLINED' : 'PAID');
		const before = await traces(id);
		expect(codeOf(await commands[name](id, anonymous))).toBe(
			name === 'refundOrder' ? 'FORBIDDEN' : 'UNAUTHENTICATED',
		);
		if (name === 'refundOrder') {
			for (const viewer of [stranger, shopper.viewer])
				expect(codeOf(await commands[name](id, viewer))).toBe('FORBIDDEN');
		} else if (name === 'claimOrder') {
			expect(codeOf(await claim(id, 'forged', stranger))).toBe('ACCESS_DENIED');
		} else expect(codeOf(await commands[name](id, stranger))).toBe('ORDER_NOT_FOUND');
		expect(await traces(id)).toEqual(before);
	});
});

describe('a wrong state', () => {
	const refused: Record<string, Partial<Record<OrderState, string>>> = {
		cancelOrder: everyStateBut(['PLACED', 'DECLINED', 'CANCELLED'], 'NOT_CANCELLABLE'),
		retryPayment: everyStateBut(['DECLINED'], 'NOT_RETRYABLE'),
		refundOrder: everyStateBut(
			['PAID', 'INVOICED', 'COMPLETED', 'REFUND_PENDING', 'REFUNDED'],
			'NOT_REFUNDABLE',
		),
		createDownload: everyStateBut(['PAID', 'INVOICED', 'COMPLETED'], 'NOT_DOWNLOADABLE'),
	};

	describe.each(Object.entries(refused))('%s', (name, codes) => {
		it.each(orderStates)('%s', async (state) => {
			const id = await shopper.order(state);
			const before = await traces(id);
			const viewer = name === 'refundOrder' ? admin : shopper.viewer;
			const payload = await commands[name as keyof typeof commands](id, viewer);
			expect(codeOf(payload)).toBe(codes[state]);
			if (codes[state]) {
				expect(payload.order ?? payload.download ?? null).toBeNull();
				expect(await traces(id)).toEqual(before);
			}
		});
	});

	it('does not matter to whoever claims the order', async () => {
		for (const state of orderStates) {
			const id = await shopper.order(state);
			const { events, order } = await traces(id);
			const viewer: Viewer = { kind: 'session', sessionId: `ses_claims_${state}` };
			expect((await commands.claimOrder(id, viewer)).order.id).toBe(id);
			expect(await traces(id)).toMatchObject({ events, order: { updatedAt: order.updatedAt } });
		}
	});
});

describe('wrong arguments', () => {
	it('of retryPayment change nothing', async () => {
		const id = await shopper.order('DECLINED');
		const before = await traces(id);
		for (const [key, method, code] of [
			['', 'pm_card_visa', 'INVALID_INPUT'],
			['x'.repeat(65), 'pm_card_visa', 'INVALID_INPUT'],
			['k', '', 'INVALID_PAYMENT_METHOD'],
			['k', 'pm_card_unknown', 'INVALID_PAYMENT_METHOD'],
			['k', '4242424242424242', 'INVALID_PAYMENT_METHOD'],
			['k', 'constructor', 'INVALID_PAYMENT_METHOD'],
		] as const)
			expect(codeOf(await shopper.retry(id, key, method))).toBe(code);
		expect(await traces(id)).toEqual(before);
	});

	it('of createDownload change nothing', async () => {
		const id = await shopper.order('PAID');
		const other = await shopper.order('PAID');
		const before = await traces(id);
		for (const line of ['', 'oln_none', lineOf(other), '__proto__'])
			expect(codeOf(await download(id, line))).toBe('NOT_DOWNLOADABLE');
		expect(await traces(id)).toEqual(before);
	});

	it('of any command that are of another type are refused before they are looked at', async () => {
		for (const field of [
			'cancelOrder(orderId: null) { order { id } }',
			'cancelOrder { order { id } }',
			'refundOrder(orderId: [[]]) { order { id } }',
			'retryPayment(orderId: "a", paymentMethod: 1, idempotencyKey: "k") { order { id } }',
			'createDownload(orderId: "a", lineId: {}) { download { url } }',
			'claimOrder(orderId: "a", token: true) { order { id } }',
			'placeOrder(input: {}) { order { id } }',
		]) {
			const { status, errors } = await shop.ask(shopper.viewer, `mutation { ${field} }`);
			expect(status, field).toBe(400);
			expect(errors[0]?.extensions?.code, field).toBe('GRAPHQL_VALIDATION_FAILED');
		}
	});
});

describe('a command sent again', () => {
	it('cancelOrder answers with the order and says nothing more', async () => {
		const id = await shopper.order('CANCELLED');
		const before = await traces(id);
		expect((await shopper.cancel(id)).order.status).toBe('CANCELLED');
		expect(await traces(id)).toEqual(before);
	});

	it('refundOrder answers with the order and says nothing more', async () => {
		for (const state of ['REFUND_PENDING', 'REFUNDED'] as const) {
			const id = await shopper.order(state);
			const before = await traces(id);
			expect((await shopper.refund(id)).order.payment.status).toBe(state);
			expect(await traces(id)).toEqual(before);
		}
	});

	it('retryPayment answers with the order, whatever became of it, and knows its key', async () => {
		const id = await shopper.order('DECLINED');
		await shopper.retry(id, 'again');
		await shop.worker.requestCharge(id, 2);
		await shop.worker.succeed(id, 2);
		await shopper.untilStored(id, { status: 'PAID' });
		const before = await traces(id);
		expect((await shopper.retry(id, 'again')).order.status).toBe('PAID');
		expect(codeOf(await shopper.retry(id, 'again', 'pm_card_mastercard'))).toBe('IDEMPOTENCY_KEY_REUSED');
		expect(codeOf(await shopper.retry(id, 'another'))).toBe('NOT_RETRYABLE');
		expect(await traces(id)).toEqual(before);
	});
});

function everyStateBut(allowed: OrderState[], code: string): Partial<Record<OrderState, string>> {
	const others = orderStates.filter((state) => !allowed.includes(state));
	return Object.fromEntries(others.map((state) => [state, code]));
}
