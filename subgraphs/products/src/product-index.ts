import type { Documents } from '@infinite-blob/redis/documents';
import { prepareIndex } from '@infinite-blob/redis/prepare-index';
import { Client, type RedisClientConnection, Repository, Schema } from 'redis-om';
import type { Product } from './domain/product.ts';
import type { ProductDocument } from './domain/product-document.ts';
import type { Suggestion } from './domain/typing-errors.ts';
import { documentPrefix } from './product-repository.ts';

/** Name over tags over description, then popularity. Stop words are left to the query, which knows when they are all there is. */
const schema = new Schema(
	documentPrefix,
	{
		available: { type: 'boolean' },
		tagList: { type: 'string', separator: ',', caseSensitive: true },
		price: { type: 'number' },
		downloads: { type: 'number', sortable: true },
		popularity: { type: 'number', indexed: false },
		newestKey: { type: 'number', sortable: true },
		priceKey: { type: 'number', sortable: true },
		nameNumber: { type: 'number' },
		nameKey: { type: 'text', sortable: true, indexed: false },
		nameText: { type: 'text', weight: 10 },
		tagText: { type: 'text', weight: 4 },
		descriptionText: { type: 'text' },
	},
	{ useStopWords: 'OFF' },
);

/** redis-om has no word for what the score of a document is multiplied by. */
class ScoringClient extends Client {
	override createIndex(...[name, fields, options]: Parameters<Client['createIndex']>): Promise<void> {
		const scoring = { ...options, SCORE_FIELD: '$.popularity' };
		return super.createIndex(name, fields, scoring);
	}
}

// Named, since what servers take by default differs between their versions. This one alone counts where words are and how
// often, but not what else a product is told of with: TFIDF, for one, puts a name last whose description is long.
const scorer = 'BM25';
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
		return prepareIndex(new Repository(schema, new ScoringClient().useNoClose(this.#client)));
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

	/** The ids of the first products by a ranking, and how many match in all. */
	async rank(
		query: string,
		ranking: 'relevance' | 'downloads',
		count: number,
	): Promise<{ ids: string[]; total: number }> {
		const sortBy = ranking === 'downloads' ? { field: 'downloads', descending: true } : undefined;
		const slice = { offset: 0, count, sortBy };
		const [total, ...keys] = (await this.#command(query, slice, ['NOCONTENT'])) as [number, ...string[]];
		return { total, ids: keys.map((key) => key.slice(documentPrefix.length + 1)) };
	}

	/** For each of the words that no product has, words near to it that some have. */
	async spellings(words: readonly string[]): Promise<Map<string, Suggestion[]>> {
		const reply = (await this.#client.sendCommand([
			'FT.SPELLCHECK',
			schema.indexName,
			words.join(' '),
			...['DISTANCE', '2', 'DIALECT', dialect],
		])) as unknown as [kind: 'TERM', word: string, suggestions: [share: string, text: string][]][];
		return new Map(
			reply.map(([, word, suggestions]) => [
				word,
				suggestions
					// Stems are terms, too.
					.filter(([, text]) => !text.startsWith('+'))
					.map(([share, text]) => ({ text, share: Number(share) })),
			]),
		);
	}

	async count(query: string): Promise<number> {
		const { total } = await this.#search(query, { offset: 0, count: 0 }, '$');
		return total;
	}

	/** How many of the products that match have each tag, most frequent first. */
	async tagFacets(query: string, first: number): Promise<{ tag: string; count: number }[]> {
		const grouping = ['GROUPBY', '1', '@tag', 'REDUCE', 'COUNT', '0', 'AS', 'count'];
		// One more: products without a tag are a group as well.
		const sorting = ['SORTBY', '4', '@count', 'DESC', '@tag', 'ASC', 'LIMIT', '0', String(first + 1)];
		const splitting = ['LOAD', '1', '@tagList', 'APPLY', "split(@tagList, ',')", 'AS', 'tag'];
		const [, ...rows] = (await this.#client.sendCommand([
			'FT.AGGREGATE',
			schema.indexName,
			query,
			...[...splitting, ...grouping, ...sorting, 'DIALECT', dialect],
		])) as unknown as [total: number, ...rows: string[][]];
		return rows
			.map((row) => Object.fromEntries(pairs(row)) as { tag: string | null; count: string })
			.flatMap(({ tag, count }) => (tag === null ? [] : [{ tag, count: Number(count) }]))
			.slice(0, first);
	}

	async #search(query: string, slice: Slice, field: string) {
		const reply = await this.#command(query, slice, ['RETURN', '1', field]);
		const values: string[] = [];
		for (const fields of reply.slice(1)) {
			// Keys alternate with fields; those of a document that went away meanwhile are missing.
			if (Array.isArray(fields) && fields[1] !== undefined) values.push(fields[1] as string);
		}
		return { total: reply[0] as number, values };
	}

	async #command(query: string, { offset, count, sortBy }: Slice, returns: string[]): Promise<unknown[]> {
		const sorting = sortBy ? ['SORTBY', sortBy.field, sortBy.descending ? 'DESC' : 'ASC'] : [];
		return (await this.#client.sendCommand([
			'FT.SEARCH',
			schema.indexName,
			query,
			...['SCORER', scorer, ...returns],
			...sorting,
			...['LIMIT', String(offset), String(count), 'DIALECT', dialect],
		])) as unknown as unknown[];
	}
}

function pairs(flat: string[]): [string, string][] {
	return Array.from({ length: flat.length / 2 }, (_, i) => [
		flat[2 * i] as string,
		flat[2 * i + 1] as string,
	]);
}
