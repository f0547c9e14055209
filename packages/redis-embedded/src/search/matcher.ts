import { RedisError } from '../protocol/reply.ts';
import { inRadius } from './geo.ts';
import { inRange } from './numeric-index.ts';
import type { QueryNode } from './query.ts';
import type { SearchIndex } from './search-index.ts';
import { TextQuery } from './text-query.ts';

/** A part of a query over an index: which documents it means, and how well. */
export interface Matcher {
	/** Roughly how many documents there are to look at. */
	readonly size: number;
	documents(): Iterable<number>;
	has(document: number): boolean;
	/** How much a document that matches is worth. */
	score(document: number): number;
}

const NOTHING: Matcher = { size: 0, documents: () => [], has: () => false, score: () => 0 };

export interface MatcherOptions {
	readonly index: SearchIndex;
	/** Terms are taken as they are, without their stems. */
	readonly verbatim: boolean;
	/** Text fields to look in when the query names none. */
	readonly fields: readonly string[] | undefined;
	/** How much a term is worth in a document. */
	readonly weigh: (frequency: number, documents: number, document: number) => number;
}

/** Turns a query into something that finds documents. */
export function compile(node: QueryNode, options: MatcherOptions): Matcher {
	const { index } = options;
	const all: Matcher = {
		size: index.documents.size,
		documents: () => index.documents.keys(),
		has: () => true,
		score: () => 0,
	};
	switch (node.type) {
		case 'all':
			return { ...all, score: () => 1 };
		case 'nothing':
			return NOTHING;
		case 'and':
			return intersect(
				node.nodes.filter((part) => !isStopWord(part, index)).map((part) => compile(part, options)),
			);
		case 'or':
			return unite(node.nodes.map((part) => compile(part, options)));
		case 'not': {
			const inner = compile(node.node, options);
			return { ...all, documents: () => without(all, inner), has: (document) => !inner.has(document) };
		}
		case 'optional': {
			const inner = compile(node.node, options);
			return { ...all, score: (document) => (inner.has(document) ? inner.score(document) : 0) };
		}
		case 'scope':
			for (const name of node.fields) expectField(index, name, 'TEXT');
			return compile(node.node, { ...options, fields: node.fields });
		case 'weighted': {
			const { node: part, slop, inorder, weight } = node;
			const near = slop !== undefined || inorder ? nearWords(part) : undefined;
			const inner = near
				? new TextQuery(options).near(near, slop ?? Number.POSITIVE_INFINITY, inorder)
				: compile(part, options);
			return { ...rest(inner), score: (document) => inner.score(document) * weight };
		}
		case 'tag': {
			const tags = index.tags.get(expectField(index, node.field, 'TAG'))!;
			const sets = node.values.flatMap((value) => tags.find(value));
			return unite(
				sets.map((set) => ({ size: set.size, documents: () => set, has: (d) => set.has(d), score: () => 0 })),
			);
		}
		case 'numeric': {
			const name = expectField(index, node.field, 'NUMERIC');
			const numbers = index.numbers.get(name)!;
			const has = (document: number) =>
				index.documents
					.get(document)!
					.numbers.get(name)
					?.some((value) => inRange(node, value)) ?? false;
			const inside = {
				size: numbers.count(node),
				documents: () => new Set(numbers.find(node)),
				has,
				score: () => 0,
			};
			if (!node.negated) return inside;
			return { ...all, documents: () => without(all, inside), has: (document) => !has(document) };
		}
		case 'geo': {
			const name = expectField(index, node.field, 'GEO');
			const has = (document: number) =>
				index.documents
					.get(document)!
					.points.get(name)
					?.some((point) => inRadius(node, point)) ?? false;
			return { ...all, documents: () => index.documents.keys().filter(has), has };
		}
		default:
			return new TextQuery(options).compile(node);
	}
}

const rest = (inner: Matcher) => ({
	size: inner.size,
	documents: () => inner.documents(),
	has: (document: number) => inner.has(document),
});

/** The field's name, if it is of that type; RediSearch finds nothing by a field it does not know, and says so. */
function expectField(index: SearchIndex, name: string, type: string): string {
	const field = index.field(name);
	if (field === undefined) throw new RedisError(`Unknown field at offset 0 near ${name}`);
	if (field.type !== type) {
		throw new RedisError(`Expected a ${type} field at offset 0 near ${name}`);
	}
	return name;
}

const isStopWord = (node: QueryNode, { definition }: SearchIndex): boolean =>
	node.type === 'term' && definition.stopWords.has(node.text.toLowerCase());

/** The words of a part that is nothing but words. */
function nearWords(node: QueryNode): string[] | undefined {
	if (node.type === 'term') return [node.text];
	if (node.type !== 'and') return undefined;
	const words = node.nodes.map((part) => (part.type === 'term' ? part.text : undefined));
	return words.includes(undefined) ? undefined : (words as string[]);
}

function* without(all: Matcher, excluded: Matcher): Generator<number> {
	for (const document of all.documents()) if (!excluded.has(document)) yield document;
}

/** Documents that every part means; found through the part that means the fewest. */
export function intersect(parts: readonly Matcher[]): Matcher {
	const [smallest, ...others] = [...parts].sort((a, b) => a.size - b.size);
	if (smallest === undefined) return NOTHING;
	if (others.length === 0) return smallest;
	return {
		size: smallest.size,
		*documents() {
			for (const document of smallest.documents()) {
				if (others.every((other) => other.has(document))) yield document;
			}
		},
		has: (document) => parts.every((part) => part.has(document)),
		score: (document) => parts.reduce((sum, part) => sum + part.score(document), 0),
	};
}

/** Documents that any part means. */
export function unite(parts: readonly Matcher[]): Matcher {
	if (parts.length <= 1) return parts[0] ?? NOTHING;
	return {
		size: parts.reduce((sum, part) => sum + part.size, 0),
		*documents() {
			const seen = new Set<number>();
			for (const part of parts) {
				for (const document of part.documents()) {
					if (seen.has(document)) continue;
					seen.add(document);
					yield document;
				}
			}
		},
		has: (document) => parts.some((part) => part.has(document)),
		score: (document) =>
			parts.reduce((sum, part) => sum + (part.has(document) ? part.score(document) : 0), 0),
	};
}
