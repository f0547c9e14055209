import type { Documents } from '@infinite-blob/redis/documents';
import { prepareIndex } from '@infinite-blob/redis/prepare-index';
import { type RedisClientConnection, Repository, Schema } from 'redis-om';
import type { Product } from './domain/product.ts';
import type { ProductDocument } from './domain/product-document.ts';
import { documentPrefix } from './product-repository.ts';

/** Name over tags over description. Stop words are left to the query, which knows when they are all there is. */
const schema = new Schema(
	documentPrefix,
	{
		available: { type: 'boolean' },
		tags: { type: 'string[]' },
		price: { type: 'number' },
		downloads: { type: 'number', sortable: true },
		newestKey: { type: 'number', sortable: true },
		priceKey: { type: 'number', sortable: true },
		nameKey: { type: 'text', sortable: true, indexed: false },
		nameText: { type: 'text', weight: 6 },
		tagText: { type: 'text', weight: 3 },
		descriptionText: { type: 'text' },
		tagList: { type: 'text', sortable: true, indexed: false },
	},
	{ useStopWords: 'OFF' },
);

// Named, since what servers take by default differs between their versions.
const scorer = 'TFIDF';
const dialect = '2';

export interface Slice {
	offset: number;
	count: number;
	/** By score without it. */
	sortBy?: { field: string; descending: boolean } | undefined;
}

/** The search index over the product documents. */
export class ProductIndex {
	readonly #client: RedisClientConnection;

	constructor(documents: Documents) {
		this.#client = documents.client as RedisClientConnection;
	}

	/** Makes the index, or makes it anew when the schema has changed. */
	prepare(): Promise<void> {
		return prepareIndex(new Repository(schema, this.#client));
	}

	/** A slice of the products that match, and how many match in all. */
	async find(query: string, slice: Slice): Promise<{ total: number; products: Product[] }> {
		const { total, values } = await this.#search(query, slice, '$');
		return { total, products: values.map((text) => JSON.parse(text) as ProductDocument) };
	}

	/** One field of a slice of the products that match. */
	async findField(query: string, slice: Slice, field: string): Promise<{ total: number; values: string[] }> {
		return this.#search(query, slice, field);
	}

	async count(query: string): Promise<number> {
		const { total } = await this.#search(query, { offset: 0, count: 0 }, '$');
		return total;
	}

	/** How many of the products that match have each tag, most frequent first. */
	async tagFacets(query: string, first: number): Promise<{ tag: string; count: number }[]> {
		const grouping = ['GROUPBY', '1', '@tag', 'REDUCE', 'COUNT', '0', 'AS', 'count'];
		const sorting = ['SORTBY', '4', '@count', 'DESC', '@tag', 'ASC', 'LIMIT', '0', String(first)];
		const reply = (await this.#client.sendCommand([
			'FT.AGGREGATE',
			schema.indexName,
			query,
			...['LOAD', '1', '@tagList', 'APPLY', "split(@tagList, ',')", 'AS', 'tag'],
			...grouping,
			...sorting,
			...['DIALECT', dialect],
		])) as unknown as [total: number, ...rows: string[][]];
		const rows = reply.slice(1) as string[][];
		return rows.map((row) => {
			const { tag = '', count = '0' } = Object.fromEntries(pairs(row));
			return { tag, count: Number(count) };
		});
	}

	async #search(query: string, { offset, count, sortBy }: Slice, field: string) {
		const sorting = sortBy ? ['SORTBY', sortBy.field, sortBy.descending ? 'DESC' : 'ASC'] : [];
		const reply = (await this.#client.sendCommand([
			'FT.SEARCH',
			schema.indexName,
			query,
			...['SCORER', scorer, 'RETURN', '1', field],
			...sorting,
			...['LIMIT', String(offset), String(count), 'DIALECT', dialect],
		])) as unknown as [total: number, ...rest: (string | string[] | null)[]];
		const values: string[] = [];
		for (const fields of reply.slice(1)) {
			// Keys alternate with fields; those of a document that went away meanwhile are missing.
			if (Array.isArray(fields) && fields[1] !== undefined) values.push(fields[1]);
		}
		return { total: reply[0], values };
	}
}

function pairs(flat: string[]): [string, string][] {
	return Array.from({ length: flat.length / 2 }, (_, i) => [
		flat[2 * i] as string,
		flat[2 * i + 1] as string,
	]);
}
