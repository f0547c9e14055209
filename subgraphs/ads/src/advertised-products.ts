import type { ProductSnapshot } from '@infinite-blob/events/products/product-snapshot';
import type { Redis } from '@infinite-blob/redis/connect';
import type { Transactions } from '@infinite-blob/redis/transactions';
import { changedChannel } from './changed-channel.ts';

/** What ads know of a product. */
export type AdvertisedProduct = Pick<ProductSnapshot, 'id' | 'available' | 'version'>;

const key = (handle: string) => `ads:product:${handle}`;

/** Which products are on sale, learned from their events. */
export class AdvertisedProducts {
	readonly #redis: Redis;
	readonly #transactions: Transactions;

	constructor(redis: Redis, transactions: Transactions) {
		this.#redis = redis;
		this.#transactions = transactions;
	}

	/** Takes in a snapshot unless a newer one is known already; tells all replicas what matters to them. */
	async learn({ id, handle, available, version }: ProductSnapshot): Promise<void> {
		await this.#transactions.run([key(handle)], async (redis) => {
			const text = await redis.get(key(handle));
			const known = text === null ? undefined : (JSON.parse(text) as AdvertisedProduct);
			if (known && known.version >= version) return { result: undefined };
			const learned: AdvertisedProduct = { id, available, version };
			return {
				result: undefined,
				write: (multi) => {
					multi.set(key(handle), JSON.stringify(learned));
					if (known?.available !== available) multi.publish(changedChannel, id);
				},
			};
		});
	}

	/** What is known of the products with these handles, in their order. */
	async byHandles(handles: readonly string[]): Promise<(AdvertisedProduct | undefined)[]> {
		if (handles.length === 0) return [];
		const texts = await this.#redis.mget(handles.map(key));
		return texts.map((text) => (text === null ? undefined : (JSON.parse(text) as AdvertisedProduct)));
	}
}
