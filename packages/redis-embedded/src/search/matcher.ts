import { RedisError } from '../protocol/reply.ts';
import { DocumentSet } from './document-set.ts';
import type { QueryNode } from './query.ts';
import { QuerySets } from './query-sets.ts';
import type { Scoring } from './scoring.ts';
import type { SearchIndex } from './search-index.ts';
import { TextQuery } from './text-query.ts';

/** A part of a query over an index: which documents it means, and how well. */
export interface Matcher {
	/** Found when they are asked for first; not to be changed. */
	readonly documents: DocumentSet;
	/** Adds what they are worth, times a factor, to the scores of those that match; undefined: nothing at all. */
	readonly score: ((scoring: Scoring, factor: number) => void) | undefined;
	/** Whether a document is among them, where that can be told without finding them all. */
	readonly has?: ((slot: number) => boolean) | undefined;
}

export interface MatcherOptions {
	readonly index: SearchIndex;
	/** Terms are taken as they are, without their stems. */
	readonly verbatim: boolean;
	/** Text fields to look in when the query names none. */
	readonly fields: readonly string[] | undefined;
	/** Where the sets go that are found. */
	readonly sets: QuerySets;
}

/** A matcher that finds its documents once, when they are needed. */
export class Found implements Matcher {
	readonly score: Matcher['score'];
	readonly has: Matcher['has'];
	private found: DocumentSet | undefined;
	private readonly sets: QuerySets;
	private readonly find: () => DocumentSet;

	constructor(sets: QuerySets, find: () => DocumentSet, score?: Matcher['score'], has?: Matcher['has']) {
		this.sets = sets;
		this.find = find;
		this.score = score;
		this.has = has;
	}
	get documents(): DocumentSet {
		this.found ??= this.sets.keep(this.find());
		return this.found;
	}
}

/** Of what every document is among. */
const EVERY = () => true;

/** Turns a query into something that finds documents. */
export function compile(node: QueryNode, options: MatcherOptions): Matcher {
	const { index, sets } = options;
	const { live } = index.documents;
	switch (node.type) {
		case 'all':
			return new Found(
				sets,
				() => live,
				({ slots, scores }, factor) => {
					for (const slot of slots) scores[slot]! += factor;
				},
				EVERY,
			);
		case 'nothing':
			return NOTHING;
		case 'and':
			return intersect(
				sets,
				node.nodes.filter((part) => !isStopWord(part, index)).map((part) => compile(part, options)),
			);
		case 'or':
			return unite(
				sets,
				node.nodes.map((part) => compile(part, options)),
			);
		case 'not': {
			const inner = compile(node.node, options);
			return new Found(sets, () => live.copy().subtract(inner.documents));
		}
		case 'optional':
			return new Found(sets, () => live, compile(node.node, options).score, EVERY);
		case 'scope':
			for (const name of node.fields) expectField(index, name, 'TEXT');
			return compile(node.node, { ...options, fields: node.fields });
		case 'weighted': {
			const { node: part, slop, inorder, weight } = node;
			const near = slop !== undefined || inorder ? nearWords(part) : undefined;
			const inner = near
				? new TextQuery(options).near(near, slop ?? Number.POSITIVE_INFINITY, inorder)
				: compile(part, options);
			const { score } = inner;
			return new Found(
				sets,
				() => inner.documents,
				score && ((scoring, factor) => score(scoring, factor * weight)),
			);
		}
		case 'tag': {
			const tags = index.tags.get(expectField(index, node.field, 'TAG'))!;
			return unite(
				sets,
				node.values.map((value) => new Found(sets, () => tags.find(value))),
			);
		}
		case 'numeric': {
			const numbers = index.numbers.get(expectField(index, node.field, 'NUMERIC'));
			if (!numbers) return node.negated ? new Found(sets, () => live) : NOTHING;
			const inRange = new Found(
				sets,
				() => numbers.find(node),
				undefined,
				(slot) => numbers.has(node, slot),
			);
			return node.negated ? new Found(sets, () => live.copy().subtract(inRange.documents)) : inRange;
		}
		case 'geo': {
			const points = index.points.get(expectField(index, node.field, 'GEO'))!;
			return new Found(sets, () => points.find(node));
		}
		default:
			return new TextQuery(options).compile(node);
	}
}

export const NOTHING: Matcher = new Found(new QuerySets(), () => new DocumentSet());

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

/** Documents that every part means. */
export function intersect(sets: QuerySets, parts: readonly Matcher[]): Matcher {
	if (parts.length <= 1) return parts[0] ?? NOTHING;
	const all: Matcher = new Found(
		sets,
		() => meet(parts),
		scoreParts(parts, () => all.documents),
	);
	return all;
}

/** So many documents are rather asked one by one than all that a part means are found. */
const FEW = 2_000;

function meet(parts: readonly Matcher[]): DocumentSet {
	const narrowing = parts.filter(({ has }) => has !== EVERY);
	const [first, ...others] = narrowing.toSorted(
		(a, b) => Number(a.has !== undefined) - Number(b.has !== undefined),
	);
	if (first === undefined) return parts[0]!.documents;
	const found = first.documents.copy();
	for (const part of others) {
		if (part.has && found.size <= FEW) found.keep(part.has);
		else found.intersect(part.documents);
	}
	return found;
}

/** Documents that any part means. */
export function unite(sets: QuerySets, parts: readonly Matcher[]): Matcher {
	const [first, ...others] = parts;
	if (first === undefined) return NOTHING;
	if (others.length === 0) return first;
	return new Found(
		sets,
		() => {
			const found = first.documents.copy();
			for (const { documents } of others) found.unite(documents);
			return found;
		},
		scoreParts(parts),
	);
}

/** Each part gives to the documents that it means; all of them only to those `within`. */
function scoreParts(parts: readonly Matcher[], within?: () => DocumentSet): Matcher['score'] {
	const scored = parts.flatMap(({ score }) => score ?? []);
	if (scored.length === 0) return undefined;
	return (scoring, factor) => {
		const inside = within ? scoring.within(within()) : scoring;
		for (const score of scored) score(inside, factor);
	};
}
