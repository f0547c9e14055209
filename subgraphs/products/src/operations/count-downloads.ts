import { createInterface } from 'node:readline';
import { readOperationSettings } from '@infinite-blob/config/operation-settings';
import { connectRedis, disconnect } from '@infinite-blob/redis/connect';
import { Transactions } from '@infinite-blob/redis/transactions';
import { z } from 'zod';
import { ProductRepository, type Purchase } from '../product-repository.ts';

const batch = 200;
const purchase = z.object({
	orderId: z.string(),
	lines: z.array(z.object({ productId: z.string(), quantity: z.int() })),
});

// Counts paid orders, given on standard input, one JSON object a line; those that were counted before are passed over:
// node subgraphs/orders/src/operations/main.ts purchases | node count-downloads.ts
await using open = new AsyncDisposableStack();
const { REDIS_URL: url } = readOperationSettings({});
const redis = open.adopt(await connectRedis(url, 'products-operations'), disconnect);
const products = new ProductRepository(redis, open.use(new Transactions(redis)), Date.now);
let read: Purchase[] = [];
for await (const line of createInterface({ input: process.stdin })) {
	read.push(purchase.parse(JSON.parse(line)));
	if (read.length < batch) continue;
	await products.countAllDownloads(read);
	read = [];
}
if (read.length > 0) await products.countAllDownloads(read);
