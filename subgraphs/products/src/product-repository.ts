import { appendTo } from '@infinite-blob/events/append';
import { type DataOf, makeEvent } from '@infinite-blob/events/envelope';
import { countedChannel } from '@infinite-blob/events/products/counted-channel';
import { productArchived } from '@infinite-blob/events/products/product-archived';
import { productCreated } from '@infinite-blob/events/products/product-created';
import { productUpdated } from '@infinite-blob/events/products/product-updated';
import type { ChainableCommander, Redis } from '@infinite-blob/redis/connect';
import { readJson } from '@infinite-blob/redis/json';
import type { Transactions } from '@infinite-blob/redis/transactions';
import { isHandle, isProductId, type NewProduct, type Product, productId } from './domain/product.ts';
import { changedFields, type ProductDocument, toDocument } from './domain/product-document.ts';

/** What the keys of product documents begin with; the search index covers them. */
export const documentPrefix = 'products:product';

const sequenceKey = 'products:sequence';
const documentKey = (id: string) => `${documentPrefix}:${id}`;
const handleKey = (handle: string) => `products:handle:${handle}`;
const countedKey = (orderId: string) => `products:counted:${orderId}`;

const announcements = { created: productCreated, updated: productUpdated, archived: productArchived };
type Announcement = keyof typeof announcements;

/** Products in Redis: one JSON document each, a claim for each handle, and a record of each order counted. */
export class ProductRepository {
	readonly #redis: Redis;
	readonly #transactions: Transactions;
	readonly #now: () => number;

	constructor(redis: Redis, transactions: Transactions, now: () => number) {
		this.#redis = redis;
		this.#transactions = transactions;
		this.#now = now;
	}

	/** The products of these ids, in their order, archived ones included; undefined where there is none. */
	async byIds(ids: readonly string[]): Promise<(Product | undefined)[]> {
		const known = ids.filter(isProductId);
		if (known.length === 0) return ids.map(() => undefined);
		const texts = (await this.#redis.call('JSON.MGET', [...known.map(documentKey), '$'])) as (
			| string
			| null
		)[];
		const found = new Map(
			known.map((id, place) => {
				const text = texts[place];
				return [id, text ? (JSON.parse(text) as ProductDocument[])[0] : undefined];
			}),
		);
		return ids.map((id) => found.get(id));
	}

	/** As `byIds`, by handle. */
	byHandles(handles: readonly string[]): Promise<(Product | undefined)[]> {
		return this.byIds(handles.map((handle) => (isHandle(handle) ? productId(handle) : '')));
	}

	/** Whether the shop has, or ever had, a product. */
	async isEmpty(): Promise<boolean> {
		return (await this.#redis.exists(sequenceKey)) === 0;
	}

	/**
	 * Adds a product and announces it in one step.
	 *
	 * @returns undefined when another product has the handle
	 */
	async create(draft: NewProduct, causation: string): Promise<Product | undefined> {
		const sequence = await this.#redis.incr(sequenceKey);
		const id = productId(draft.handle);
		const product = { ...draft, id, sequence, available: true, downloads: 0, version: 1 };
		return this.#transactions.run([handleKey(draft.handle)], async (redis) => {
			if (await redis.exists(handleKey(draft.handle))) return { result: undefined };
			return {
				result: product,
				write: (multi) => {
					multi.set(handleKey(draft.handle), id);
					multi.call('JSON.SET', documentKey(id), '$', JSON.stringify(toDocument(product)));
					this.#announce(multi, 'created', product, causation);
				},
			};
		});
	}

	/**
	 * Changes a product field by field, so that a download counted meanwhile is kept, and announces it.
	 *
	 * @param change gives back the same object when there is nothing to change
	 * @returns undefined when there is no such product
	 */
	async change(
		id: string,
		announcement: Announcement,
		causation: string,
		change: (product: Product) => Product,
	): Promise<Product | undefined> {
		if (!isProductId(id)) return undefined;
		const key = documentKey(id);
		return this.#transactions.run([key], async (redis) => {
			const before = await readJson<ProductDocument>(redis, key);
			if (!before) return { result: undefined };
			const wanted = change(before);
			if (changedFields(before, wanted).length === 0) return { result: before };
			const after = { ...wanted, version: before.version + 1 };
			return {
				result: after,
				write: (multi) => {
					for (const [field, value] of changedFields(before, after))
						multi.call('JSON.SET', key, `$.${field}`, JSON.stringify(value));
					this.#announce(multi, announcement, after, causation);
				},
			};
		});
	}

	/** Counts what an order bought, once however often it is told. */
	async countDownloads(orderId: string, lines: { productId: string; quantity: number }[]): Promise<void> {
		const quantities = new Map<string, number>();
		for (const { productId: id, quantity } of lines) quantities.set(id, (quantities.get(id) ?? 0) + quantity);
		await this.#transactions.run([countedKey(orderId)], async (redis) => {
			if (await redis.exists(countedKey(orderId))) return { result: undefined };
			const ids = [...quantities.keys()];
			const products = await this.byIds(ids);
			return {
				result: undefined,
				write: (multi) => {
					multi.set(countedKey(orderId), this.#now());
					for (const product of products)
						if (product)
							multi.call(
								'JSON.NUMINCRBY',
								documentKey(product.id),
								'$.downloads',
								quantities.get(product.id) ?? 0,
							);
					multi.publish(countedChannel, JSON.stringify(ids));
				},
			};
		});
	}

	#announce(
		multi: ChainableCommander,
		announcement: Announcement,
		product: Product,
		causation: string,
	): void {
		const { id, handle, name, description, tags, price, available, createdAt, version } = product;
		const data: DataOf<typeof productCreated> = {
			product: { id, handle, name, description, tags, price, available, createdAt, version },
		};
		appendTo(
			multi,
			'products.events',
			makeEvent(announcements[announcement], id, data, causation, this.#now()),
		);
	}
}
