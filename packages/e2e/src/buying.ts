import { randomUUID } from 'node:crypto';
import type { BrowserContext } from 'playwright-core';
import { ApiConsumer } from './api-consumer.ts';

/** The API as the one whom a browser's pages belong to, once they have started a session. */
export async function shopperOf(context: BrowserContext, gatewayUrl: string): Promise<ApiConsumer> {
	const cookies = await context.cookies();
	return new ApiConsumer(gatewayUrl, cookies.find(({ name }) => name === 'ib_session')?.value);
}

export async function addToCart(shopper: ApiConsumer, handle: string): Promise<void> {
	const { data } = await shopper.ask('query ($handle: String!) { product(handle: $handle) { id } }', {
		handle,
	});
	await shopper.ask(
		'mutation ($id: ID!) { addToCart(productId: $id) { userErrors { message } } }',
		data.product,
	);
}

/**
 * Buys what is in the cart.
 *
 * @returns the order's id, when it has come to this status
 */
export async function buy(shopper: ApiConsumer, paymentMethod: string, until: string): Promise<string> {
	const customer = { firstName: 'Łucja', lastName: 'Nowak', email: 'lucja@example.com' };
	const { data } = await shopper.ask(
		'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { order { id } } }',
		{ input: { idempotencyKey: randomUUID(), customer, paymentMethod } },
	);
	const { id } = data.placeOrder.order;
	const watched = shopper.watch('subscription ($id: ID!) { orderStatusChanged(orderId: $id) { status } }', {
		id,
	});
	for await (const { orderStatusChanged } of watched) if (orderStatusChanged.status === until) break;
	return id;
}
