import type { ProductSnapshot } from '@infinite-blob/events/products/product-snapshot';
import type { ChainableCommander, Redis } from '@infinite-blob/redis/connect';
import { tellChanges } from '../catalogue/changes.ts';
import { type KnownProduct, readProducts } from '../catalogue/known-product.ts';
import { featuresOf } from '../domain/features.ts';
import type { GenerationKeys } from '../keys.ts';
import type { Lesson } from './learner.ts';

/** Takes in snapshots of products, each unless a newer one is known already. */
export function productLesson(snapshots: readonly ProductSnapshot[]): Lesson {
	const newest = new Map<string, ProductSnapshot>();
	for (const snapshot of snapshots) {
		const other = newest.get(snapshot.id);
		if (!other || other.version < snapshot.version) newest.set(snapshot.id, snapshot);
	}
	const all = [...newest.values()];
	return {
		watched: (keys) => all.map(({ id }) => keys.product(id)),
		decide: async (redis, keys) => decide(redis, keys, all),
	};
}

async function decide(redis: Redis, keys: GenerationKeys, all: readonly ProductSnapshot[]) {
	const known = await readProducts(
		redis,
		keys,
		all.map(({ id }) => id),
	);
	const news = all.filter(
		({ version }, place) => version > (known[place]?.version ?? Number.NEGATIVE_INFINITY),
	);
	return news.length === 0 ? undefined : (multi: ChainableCommander) => write(multi, keys, news);
}

function write(multi: ChainableCommander, keys: GenerationKeys, news: readonly ProductSnapshot[]): void {
	for (const snapshot of news) {
		const { id, version, available, createdAt } = snapshot;
		const text = featuresOf(snapshot).join(' ');
		const known: KnownProduct = available ? { version, onSale: text } : { version, archived: text };
		multi.call('JSON.SET', keys.product(id), '$', JSON.stringify(known));
		if (available) multi.zadd(keys.onSale, createdAt, id);
		else multi.zrem(keys.onSale, id);
	}
	tellChanges(
		multi,
		keys,
		news.map(({ id }) => id),
	);
}
