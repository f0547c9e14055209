import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { readOperationSettings } from '@infinite-blob/config/operation-settings';
import { connectRedis, disconnect } from '@infinite-blob/redis/connect';
import { connectDocuments } from '@infinite-blob/redis/documents';
import { Transactions } from '@infinite-blob/redis/transactions';
import { z } from 'zod';
import { OrderRepository } from '../order-repository.ts';
import { inventHistory } from './invent-history.ts';
import type { Sold } from './past-order.ts';

// Adds synthetic orders of the past, given the snapshots of products on standard input, one JSON object a line:
// node history.ts --products 100000 --orders 50000 --seed 1
const { values } = parseArgs({
	options: {
		products: { type: 'string', default: '1000' },
		orders: { type: 'string', default: '1000' },
		seed: { type: 'string', default: '1' },
	},
});
const snapshot = z.object({ id: z.string(), handle: z.string(), name: z.string(), price: z.int() });
const sold = new Map<string, Sold>();
for await (const line of createInterface({ input: process.stdin })) {
	const { id, handle, name, price } = snapshot.parse(JSON.parse(line));
	sold.set(handle, { id, name, price });
}
await using open = new AsyncDisposableStack();
const { REDIS_URL: url } = readOperationSettings({});
const redis = open.adopt(await connectRedis(url, 'orders-operations'), disconnect);
const documents = open.use(await connectDocuments(url, 'orders-operations'));
const orders = new OrderRepository(redis, open.use(new Transactions(redis)), documents);
await orders.prepare();
await inventHistory(redis, orders, sold, {
	seed: Number(values.seed),
	products: Number(values.products),
	count: Number(values.orders),
	now: Date.now(),
});
