import { readOperationSettings } from '@infinite-blob/config/operation-settings';
import { connectRedis, disconnect } from '@infinite-blob/redis/connect';
import { Transactions } from '@infinite-blob/redis/transactions';
import { ProductRepository } from '../product-repository.ts';
import { snapshotPages } from '../snapshot-pages.ts';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	// Whoever read has seen enough.
	if (error.code === 'EPIPE') process.exit(0);
	throw error;
});

// Writes every product's snapshot, the archived ones too, one JSON object a line, for other services.
await using open = new AsyncDisposableStack();
const { REDIS_URL: url } = readOperationSettings({});
const redis = open.adopt(await connectRedis(url, 'products-operations'), disconnect);
const products = new ProductRepository(redis, open.use(new Transactions(redis)), Date.now);
for await (const page of snapshotPages(products)) {
	if (page.length > 0) console.log(page.map((snapshot) => JSON.stringify(snapshot)).join('\n'));
}
