import { setTimeout as sleep } from 'node:timers/promises';
import { connectRedis } from '@infinite-blob/redis/connect';
import { Transactions } from '@infinite-blob/redis/transactions';
import { runRebuild } from '../src/rebuild/run-rebuild.ts';
import { manyPurchases, manySnapshots } from './history.ts';

// A rebuild that is slow enough to be killed in the middle.
const redis = await connectRedis(process.env.REDIS_URL!, 'rebuild');
async function* slowly(lines: string[]): AsyncGenerator<string> {
	for (const [place, line] of lines.entries()) {
		if (place % 500 === 0) await sleep(100);
		yield line;
	}
}
const exports = { snapshots: () => slowly(manySnapshots()), purchases: () => slowly(manyPurchases()) };
const { signal } = new AbortController();
await runRebuild(redis, new Transactions(redis), exports, signal, (step, count) =>
	console.log(`${step} ${count}`),
);
process.exit();
