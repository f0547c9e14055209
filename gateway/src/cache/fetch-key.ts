import { createHash } from 'node:crypto';
import type { GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { LRUCache } from 'lru-cache';

export type FetchRequest = GraphQLDataSourceProcessOptions['request'];

/** What fetches with the same text have in common. */
export interface FetchKind {
	/** Whether the text asks for something, instead of changing it. */
	isQuery: boolean;
	isEntities: boolean;
	/** The text without the name, which numbers the fetches of one plan. */
	text: string;
	/** Whether the last answer might be kept; undefined before the first. */
	isCacheable: boolean | undefined;
}

const kinds = new LRUCache<string, FetchKind>({
	maxSize: 8 * 1024 * 1024,
	sizeCalculation: (_, { length }) => length,
});

/** The kind of a subgraph's fetch. */
export function kindOf(subgraph: string, { query = '', operationName }: FetchRequest): FetchKind {
	const key = `${subgraph} ${query}`;
	let kind = kinds.get(key);
	if (!kind) {
		const text = operationName ? query.replace(operationName, '') : query;
		const isQuery = !query.startsWith('mutation');
		kind = { isQuery, isEntities: query.includes('{_entities('), text, isCacheable: undefined };
		kinds.set(key, kind);
	}
	return kind;
}

/** A short name for a text of any length. */
export function digest(text: string): string {
	return createHash('sha1').update(text).digest('base64url');
}
