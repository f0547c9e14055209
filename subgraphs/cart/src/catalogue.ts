import type { Logger } from '@infinite-blob/service/logger';
import { type ServiceClient, ServiceUnavailable } from '@infinite-blob/subgraph/service-client';
import { LRUCache } from 'lru-cache';
import { longestId } from './domain/cart.ts';
import type { Quote, Quotes } from './domain/quote.ts';

interface Answer {
	_entities: ({ id: string; name: string; price: { amount: number }; available: boolean } | null)[];
}

const query = `query Quotes($representations: [_Any!]!) {
	_entities(representations: $representations) { ... on Product { id name price { amount } available } }
}`;

// Long enough to spare the catalogue, short enough for a price that changes; placing asks afresh.
const cacheMs = 3_000;

/** Names, prices and availability from the products service. */
export class Catalogue {
	readonly #products: ServiceClient;
	readonly #logger: Logger;
	readonly #known: LRUCache<string, { quote: Quote | null }>;

	constructor(products: ServiceClient, logger: Logger, now: () => number) {
		this.#products = products;
		this.#logger = logger;
		this.#known = new LRUCache({ max: 10_000, ttl: cacheMs, ttlResolution: 0, perf: { now } });
	}

	/** As known for a few seconds at most; while the catalogue is away, without what is not known. */
	async quotes(productIds: string[], requestId: string): Promise<Quotes> {
		const quotes = new Map<string, Quote | null>();
		const unknown: string[] = [];
		for (const id of productIds) {
			const known = this.#known.get(id);
			if (known) quotes.set(id, known.quote);
			else unknown.push(id);
		}
		try {
			for (const [id, quote] of await this.fresh(unknown, requestId)) quotes.set(id, quote);
		} catch (error) {
			if (!(error instanceof ServiceUnavailable)) throw error;
			this.#logger.warn({ err: error, requestId }, 'carts are shown with the prices last known');
		}
		return quotes;
	}

	/**
	 * As it is now, asked for in one request.
	 *
	 * @throws ServiceUnavailable
	 */
	async fresh(productIds: string[], requestId: string): Promise<Quotes> {
		const quotes = new Map<string, Quote | null>(productIds.map((id) => [id, null]));
		const asked = [...quotes.keys()].filter((id) => id.length <= longestId);
		if (asked.length === 0) return quotes;
		const representations = asked.map((id) => ({ __typename: 'Product', id }));
		const { _entities } = await this.#products.request<Answer>(query, { representations }, requestId);
		for (const [index, id] of asked.entries()) {
			const product = _entities[index];
			const quote = product
				? { name: product.name, price: product.price.amount, available: product.available }
				: null;
			quotes.set(id, quote);
			this.#known.set(id, { quote });
		}
		return quotes;
	}
}
