import type { GraphQLDataSource } from '@apollo/gateway';
import type { Redis } from '@infinite-blob/redis/connect';
import type { Logger } from '@infinite-blob/service/logger';
import type { OptionalRedis } from '../redis/optional-redis.ts';
import { CacheStore } from './cache-store.ts';
import {
	CachingDataSource,
	type CountLookups,
	followersGroup,
	listsGroup,
	productGroup,
} from './caching-data-source.ts';
import { CatalogueChanges } from './catalogue-changes.ts';

/** Services that hear of a change when we do take it in within so long, even where a message is lost. */
const followersLagMs = 2_000;

/** Keeps what subgraphs say to be public, until it expires or the catalogue changes. */
export class EntityCache implements AsyncDisposable {
	readonly #store: CacheStore;
	readonly #count: CountLookups;
	readonly #changes: CatalogueChanges;

	private constructor(store: CacheStore, count: CountLookups, changes: CatalogueChanges) {
		this.#store = store;
		this.#count = count;
		this.#changes = changes;
	}

	static async open(
		redis: Redis,
		optional: OptionalRedis,
		count: CountLookups,
		logger: Logger,
	): Promise<EntityCache> {
		const store = new CacheStore(optional);
		const drop = (productId: string, followMs: number) => {
			const now = Date.now();
			store.drop([productGroup(productId), listsGroup], now);
			store.drop([followersGroup], now, now + followMs);
		};
		const listener = {
			onChange: (productId: string) => drop(productId, followersLagMs),
			onCount: (productId: string) => drop(productId, 0),
		};
		return new EntityCache(store, count, await CatalogueChanges.follow(redis, listener, logger));
	}

	/** Puts the cache before a subgraph. */
	readonly wrap = (subgraph: string, source: GraphQLDataSource): GraphQLDataSource =>
		new CachingDataSource(subgraph, source, this.#store, this.#count);

	[Symbol.asyncDispose](): Promise<void> {
		return this.#changes[Symbol.asyncDispose]();
	}
}
