import { RedisError } from '../../protocol/reply.ts';
import { ALL_FIELDS } from '../fields/occurrences.ts';
import type { SearchIndex } from '../search-index.ts';
import {
	everything,
	intersect,
	type Matcher,
	matcher,
	NOTHING,
	optional,
	plain,
	unite,
	weighted,
} from './matcher.ts';
import type { Nearness } from './proximity.ts';
import type { QueryNode } from './query.ts';
import type { QuerySets } from './query-sets.ts';
import { TextQuery } from './text-query.ts';

export interface MatcherOptions {
	readonly index: SearchIndex;
	/** Terms are taken as they are, without their stems. */
	readonly verbatim: boolean;
	/** The stemmer of the query's language. */
	readonly stemOf: (word: string) => string;
	/** Text fields to look in, as bits. */
	readonly fields: number;
	/** How near to each other words are that stand side by side in the query, where it does not say so itself. */
	readonly slop: number | undefined;
	readonly inOrder: boolean;
	/** Where the sets go that are found. */
	readonly sets: QuerySets;
}

/** Turns a query into something that finds documents. What its fields do not suit finds none. */
export function compile(node: QueryNode | null, options: MatcherOptions): Matcher {
	if (node === null) return NOTHING;
	// Of a term it is for the text to say what is weighted.
	if (node.type === 'term') {
		const { index, fields } = options;
		if (node.text === '' && fields !== ALL_FIELDS && !index.text.keepsEmpty(fields)) throw noEmpty();
		return new TextQuery(options).term(node.text, node.weight);
	}
	const part = compilePart(node, options);
	return node.weight === undefined ? part : weighted(options.sets, part, node.weight);
}

function compilePart(node: Exclude<QueryNode, { type: 'term' }>, options: MatcherOptions): Matcher {
	const { index, sets } = options;
	const { live } = index.documents;
	const all = (nodes: readonly QueryNode[]) => nodes.map((part) => compile(part, options));
	switch (node.type) {
		case 'all':
			return everything(sets, live);
		case 'and':
			refuseUnordered(node, options);
			return intersect(sets, all(node.nodes), nearness(node, options));
		case 'or':
			return unite(sets, all(node.nodes));
		case 'not': {
			const inner = compile(node.node, options);
			return matcher(sets, () => live.copy().subtract(inner.documents));
		}
		case 'optional':
			return optional(sets, live, compile(node.node, options));
		case 'scope':
			return compile(node.node, { ...options, fields: options.fields & index.text.bitsOf(node.fields) });
		case 'tag': {
			const tags = index.tags.get(node.field);
			if (!tags) return NOTHING;
			if (!tags.keepsEmpty && node.values.some(({ text }) => text === '')) throw noEmpty();
			return unite(
				sets,
				node.values.map((value) => plain(sets, () => tags.find(value), { rare: true })),
			);
		}
		case 'numeric': {
			const numbers = index.numbers.get(node.field);
			if (!numbers) return NOTHING;
			return plain(sets, () => numbers.find(node), { has: (slot) => numbers.has(node, slot) });
		}
		case 'geo': {
			const points = index.points.get(node.field);
			return points ? plain(sets, () => points.find(node)) : NOTHING;
		}
		case 'phrase':
			if (node.words.length > 1) refuseUnordered(node, options);
			return new TextQuery(options).compile(node);
		default:
			return new TextQuery(options).compile(node);
	}
}

const noEmpty = (): RedisError =>
	new RedisError('Use `INDEXEMPTY` in field creation in order to index and query for empty strings');

/** Words cannot be told to be near to each other in a field whose values come in no order. */
function refuseUnordered({ slop = -1, inorder }: QueryNode, options: MatcherOptions): void {
	if (slop < 0 && inorder === undefined && options.slop === undefined && !options.inOrder) return;
	const field = options.index.text.unordered(options.fields);
	if (field !== undefined)
		throw new RedisError(
			`slop/inorder are not supported for field \`${field}\` since it has undefined ordering`,
		);
}

function nearness(node: QueryNode, options: MatcherOptions): Nearness | undefined {
	const inOrder = node.inorder ?? options.inOrder;
	const slop = node.slop !== undefined && node.slop >= 0 ? node.slop : options.slop;
	if (slop !== undefined) return { slop, inOrder };
	return inOrder ? { slop: Number.POSITIVE_INFINITY, inOrder } : undefined;
}
