import { contextHeader, signContext } from '@infinite-blob/session/request-context';
import type { Viewer } from '@infinite-blob/session/viewer';
import { testSecret } from '@infinite-blob/testing/subgraph-client';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { OrdersFixture } from './orders-fixture.ts';

/** Subscribes to an order over a socket of its own, as the gateway would for this viewer. */
export function watch(shop: OrdersFixture, viewer: Viewer, orderId: string) {
	const header = signContext({ viewer, address: '::1', requestId: 'r' }, testSecret, Date.now());
	const client = createClient({
		url: `${shop.url.replace('http', 'ws')}/graphql`,
		webSocketImpl: WebSocket,
		connectionParams: { [contextHeader]: header },
		retryAttempts: 0,
	});
	const query = 'subscription ($id: ID!) { orderStatusChanged(orderId: $id) { status timeline { status } } }';
	const states = client.iterate<any>({
		query,
		variables: { id: orderId },
		extensions: { [contextHeader]: header },
	});
	return { states, client };
}

/** Every status that a watcher is shown, until the order rests. */
export async function statusesUntilRest(
	shop: OrdersFixture,
	viewer: Viewer,
	orderId: string,
	onStatus: (status: string) => unknown = () => {},
): Promise<string[]> {
	const { states, client } = watch(shop, viewer, orderId);
	const seen: string[] = [];
	for await (const { data } of states) {
		seen.push(data.orderStatusChanged.status);
		await onStatus(data.orderStatusChanged.status);
	}
	await client.dispose();
	return seen;
}
