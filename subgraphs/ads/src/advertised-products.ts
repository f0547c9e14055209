import type { ProductSnapshot } from '@infinite-blob/events/products/product-snapshot';
import type { Redis } from '@infinite-blob/redis/connect';
import type { Transactions } from '@infinite-blob/redis/transactions';

type Known = Pick<ProductSnapshot, 'id' | 'available' | 'version'>;

const key = (handle: string) => `ads:product:${handle}`;

/** Which products are on sale, learned from their events. */
export class AdvertisedProducts {
	readonly #redis: Redis;
	readonly #transactions: Transactions;

	constructor(redis: Redis, transactions: Transactions) {
		this.#redis = redis;
		this.#transactions = transactions;
	}

	/** Takes in a snapshot unless a newer one is known already. */
	async learn({ id, handle, available, version }: ProductSnapshot): Promise<void> {
		await this.#transactions.run([key(handle)], async (redis) => {
			const text = await redis.get(key(handle));
			const known = text === null ? undefined : (JSON.parse(text) as Known);
			if (known && known.version >= version) return { result: undefined };
			const learned: Known = { id, available, version };
			return { result: undefined, write: (multi) => multi.set(key(handle), JSON.stringify(learned)) };
		});
	}

	/** The ids of those products that are on sale, by handle. */
	async onSale(handles: Iterable<string>): Promise<Map<string, string>> {
		const asked = [...new Set(handles)];
		if (asked.length === 0) return new Map();
		const texts = await this.#redis.mget(asked.map(key));
		return new Map(
			asked.flatMap((handle, place) => {
				const text = texts[place];
				const known = text ? (JSON.parse(text) as Known) : undefined;
				return known?.available ? [[handle, known.id] as const] : [];
			}),
		);
	}
}
