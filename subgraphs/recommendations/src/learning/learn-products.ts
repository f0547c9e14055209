import type { ProductSnapshot } from '@infinite-blob/events/products/product-snapshot';
import type { ChainableCommander, Redis } from '@infinite-blob/redis/connect';
import { featuresIn, type KnownProduct, readProducts } from '../catalogue.ts';
import { sliceOf } from '../domain/candidates.ts';
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
		all.map(({ id }) => keys.product(id)),
	);
	const news = all.flatMap((snapshot, place) => {
		const before = known[place];
		return before && before.version >= snapshot.version ? [] : [{ snapshot, before }];
	});
	return news.length === 0 ? undefined : (multi: ChainableCommander) => write(multi, keys, news);
}

function write(
	multi: ChainableCommander,
	keys: GenerationKeys,
	news: readonly { snapshot: ProductSnapshot; before: KnownProduct | undefined }[],
): void {
	const changes = new Map<string, number>();
	const change = (features: string[], by: number) => {
		for (const feature of features) changes.set(feature, (changes.get(feature) ?? 0) + by);
	};
	for (const { snapshot, before } of news) {
		const { id, version, available, createdAt } = snapshot;
		const features = featuresOf(snapshot);
		const text = features.join(' ');
		const rest = { version, slice: String(sliceOf(id)) };
		const known: KnownProduct = available ? { ...rest, onSale: text } : { ...rest, archived: text };
		multi.call('JSON.SET', keys.product(id), '$', JSON.stringify(known));
		if (before) multi.del(keys.neighbours(id));
		if (before && 'onSale' in before) change(featuresIn(before), -1);
		if (available) {
			change(features, 1);
			multi.zadd(keys.onSale, createdAt, id);
		} else multi.zrem(keys.onSale, id);
	}
	multi.incr(keys.changes);
	for (const [feature, by] of changes) if (by !== 0) multi.hincrby(keys.frequencies, feature, by);
}
