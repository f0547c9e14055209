import { ALL_FIELDS } from './fields/occurrences.ts';
import type { QueryNode } from './query/query.ts';
import type { SearchIndex } from './search-index.ts';

/** A word of a query that no document holds, and the terms that may have been meant, best first. */
export interface Misspelling {
	readonly word: string;
	readonly suggestions: readonly Suggestion[];
}

interface Suggestion {
	/** A word, or a stem after a `+`: both are terms to RediSearch. */
	readonly term: string;
	/** The share of documents that hold it, in whatever field. */
	readonly score: number;
}

/** The words of a query that are misspelt, in its order. Prefixes and fuzzy words are none. */
export function misspellings(
	{ text, definition, documents }: SearchIndex,
	query: QueryNode | null,
	distance: number,
): Misspelling[] {
	const wordsOf = (node: QueryNode, fields: number): [word: string, fields: number][] => {
		if (node.type === 'term') return [[node.text.toLowerCase(), fields]];
		if (node.type === 'phrase') return node.words.map((word) => [word.toLowerCase(), fields]);
		if (node.type === 'scope') return wordsOf(node.node, text.bitsOf(node.fields));
		if ('nodes' in node) return node.nodes.flatMap((each) => wordsOf(each, fields));
		return 'node' in node ? wordsOf(node.node, fields) : [];
	};
	const suggest = (word: string, fields: number): Suggestion[] =>
		text.terms
			.near(word, distance)
			.filter((posting) => posting.isInAny(fields))
			.map(({ term, size }) => ({ term, score: size / documents.size }))
			.sort((a, b) => b.score - a.score || (a.term < b.term ? -1 : 1));
	return (query ? wordsOf(query, ALL_FIELDS) : [])
		.filter(([word]) => !definition.stopWords.has(word) && !text.terms.get(word)?.size)
		.map(([word, fields]) => ({ word, suggestions: suggest(word, fields) }));
}
