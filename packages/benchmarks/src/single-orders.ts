import { randomUUID } from 'node:crypto';
import { ApiConsumer } from '@infinite-blob/e2e/api-consumer';
import { percentile } from './percentile.ts';

const place = `mutation ($input: PlaceOrderInput!) {
	placeOrder(input: $input) { order { id } userErrors { code } } }`;
const watch = 'subscription ($id: ID!) { orderStatusChanged(orderId: $id) { status } }';

/** Milliseconds from the answer to `placeOrder` to COMPLETED in the hands of a subscriber, one order at a time. */
export async function singleOrders(gatewayUrl: string, count: number) {
	const api = await ApiConsumer.withSession(gatewayUrl);
	const { data } = await api.ask('{ products(first: 48) { nodes { id } } }');
	const ids: string[] = data.products.nodes.map(({ id }: { id: string }) => id);
	const times: number[] = [];
	for (let i = 0; i < count; i++) times.push(await oneOrder(api, ids));
	return { p50: percentile(times, 0.5), p99: percentile(times, 0.99), count };
}

async function oneOrder(api: ApiConsumer, ids: readonly string[]): Promise<number> {
	const productId = ids[Math.floor(Math.random() * ids.length)];
	await api.ask('mutation ($id: ID!) { addToCart(productId: $id) { userErrors { code } } }', {
		id: productId,
	});
	const input = {
		idempotencyKey: randomUUID(),
		paymentMethod: 'pm_card_visa',
		customer: { firstName: 'Ada', lastName: 'Lovelace', email: `${randomUUID()}@example.com` },
	};
	const { data } = await api.ask(place, { input });
	const placed = performance.now();
	const { id } = data.placeOrder.order;
	for await (const { orderStatusChanged } of api.watch(watch, { id })) {
		if (orderStatusChanged.status === 'COMPLETED') return performance.now() - placed;
	}
	throw new Error(`order ${id} did not complete`);
}
