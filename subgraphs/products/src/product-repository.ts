import { appendTo } from '@infinite-blob/events/append';
import { type DataOf, makeEvent } from '@infinite-blob/events/envelope';
import { countedChannel } from '@infinite-blob/events/products/counted-channel';
import { productArchived } from '@infinite-blob/events/products/product-archived';
import { productCreated } from '@infinite-blob/events/products/product-created';
import { productUpdated } from '@infinite-blob/events/products/product-updated';
import type { ChainableCommander, Redis } from '@infinite-blob/redis/connect';
import { readJson } from '@infinite-blob/redis/json';
import type { Transactions } from '@infinite-blob/redis/transactions';
import { popularity } from './domain/popularity.ts';
import { isHandle, isProductId, type NewProduct, type Product, productId } from './domain/product.ts';
import { changedFields, derivedFields, type ProductDocument, toDocument } from './domain/product-document.ts';

/** What the keys of product documents begin with; the search index covers them. */
export const documentPrefix = 'products:product';

const sequenceKey = 'products:sequence';
const documentKey = (id: string) => `${documentPrefix}:${id}`;
const handleKey = (handle: string) => `products:handle:${handle}`;
const countedKey = (orderId: string) => `products:counted:${orderId}`;

const announcements = { created: productCreated, updated: productUpdated, archived: productArchived };
type Announcement = keyof typeof announcements;

export interface PurchaseLine {
	productId: string;
	quantity: number;
}

/** What a paid order bought. */
export interface Purchase {
	orderId: string;
	lines: PurchaseLine[];
}

/** Products in Redis: one JSON document each, a claim for each handle, and a record of each order counted. */
export class ProductRepository {
	readonly #redis: Redis;
	readonly #transactions: Transactions;
	readonly #now: () => number;
	readonly #onChange: () => void;

	/** @param onChange called after products were added or changed, not for downloads */
	constructor(redis: Redis, transactions: Transactions, now: () => number, onChange: () => void = () => {}) {
		this.#redis = redis;
		this.#transactions = transactions;
		this.#now = now;
		this.#onChange = onChange;
	}

	/** The products of these ids, in their order, archived ones included; undefined where there is none. */
	async byIds(ids: readonly string[], redis = this.#redis): Promise<(Product | undefined)[]> {
		const known = ids.filter(isProductId);
		if (known.length === 0) return ids.map(() => undefined);
		const texts = (await redis.call('JSON.MGET', [...known.map(documentKey), '$'])) as (string | null)[];
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

	/** The ids of all products, archived ones included, in pages and in no order; in rare cases one comes twice. */
	async *idPages(pageSize: number): AsyncGenerator<string[]> {
		let cursor = '0';
		do {
			const [next, keys] = await this.#redis.scan(cursor, 'MATCH', documentKey('*'), 'COUNT', pageSize);
			// The index keeps a key of its own beside them.
			yield keys.map((key) => key.slice(documentKey('').length)).filter(isProductId);
			cursor = next;
		} while (cursor !== '0');
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
		const [product] = await this.createAll([draft], causation);
		return product;
	}

	/**
	 * Adds products and announces them, all in one step.
	 *
	 * @param drafts of different handles
	 * @param along commands to run in the same step
	 * @returns those that were added: a handle that another product has is left out
	 */
	async createAll(
		drafts: readonly NewProduct[],
		causation: string,
		along: (multi: ChainableCommander) => unknown = () => {},
	): Promise<Product[]> {
		const last = await this.#redis.incrby(sequenceKey, drafts.length);
		const handles = drafts.map(({ handle }) => handleKey(handle));
		const added = await this.#transactions.run(handles, async (redis) => {
			const taken = await redis.mget(handles);
			const products = drafts
				.map((draft, place) => this.#newProduct(draft, last - drafts.length + 1 + place))
				.filter((_, place) => taken[place] === null);
			return {
				result: products,
				write: (multi) => {
					for (const product of products) {
						multi.set(handleKey(product.handle), product.id);
						multi.call('JSON.SET', documentKey(product.id), '$', JSON.stringify(toDocument(product)));
						this.#announce(multi, 'created', product, causation);
					}
					along(multi);
				},
			};
		});
		this.#onChange();
		return added;
	}

	#newProduct(draft: NewProduct, sequence: number): Product {
		const id = productId(draft.handle);
		return { ...draft, id, sequence, available: true, downloads: 0, version: 1 };
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
		const changed = await this.#transactions.run([key], async (redis) => {
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
		this.#onChange();
		return changed;
	}

	/** Writes anew what products are found and sorted by; of the products themselves nothing changes. */
	async renew(ids: readonly string[]): Promise<void> {
		const keys = ids.map(documentKey);
		await this.#transactions.run(keys, async (redis) => {
			const documents = await Promise.all(keys.map((key) => readJson<ProductDocument>(redis, key)));
			return {
				result: undefined,
				write: (multi) => {
					for (const document of documents) {
						if (!document) continue;
						const renewed = { ...document, ...derivedFields(document) };
						multi.call('JSON.SET', documentKey(document.id), '$', JSON.stringify(renewed));
					}
				},
			};
		});
	}

	/** Counts what an order bought, once however often it is told. */
	countDownloads(orderId: string, lines: PurchaseLine[]): Promise<void> {
		return this.countAllDownloads([{ orderId, lines }]);
	}

	/** Counts what orders bought, each once however often it is told, all in one step. */
	async countAllDownloads(purchases: readonly Purchase[]): Promise<void> {
		const records = purchases.map(({ orderId }) => countedKey(orderId));
		const bought = purchases.flatMap(({ lines }) => lines.map(({ productId }) => documentKey(productId)));
		await this.#transactions.run([...records, ...new Set(bought)], async (redis) => {
			const counted = await redis.mget(records);
			const quantities = new Map<string, number>();
			for (const [place, { lines }] of purchases.entries()) {
				if (counted[place] !== null) continue;
				for (const { productId, quantity } of lines)
					quantities.set(productId, (quantities.get(productId) ?? 0) + quantity);
			}
			const fresh = records.filter((_, place) => counted[place] === null);
			if (fresh.length === 0) return { result: undefined };
			const ids = [...quantities.keys()];
			const products = await this.byIds(ids, redis);
			return {
				result: undefined,
				write: (multi) => {
					for (const record of fresh) multi.set(record, this.#now());
					for (const product of products) {
						if (!product) continue;
						const key = documentKey(product.id);
						const quantity = quantities.get(product.id) ?? 0;
						multi.call('JSON.NUMINCRBY', key, '$.downloads', quantity);
						multi.call('JSON.SET', key, '$.popularity', popularity(product.downloads + quantity));
					}
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
