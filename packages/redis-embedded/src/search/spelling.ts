import { DocumentSet } from './document-set.ts';
import type { DocumentTable } from './document-table.ts';
import type { Posting } from './posting.ts';
import type { QueryNode } from './query.ts';
import type { SearchIndex } from './search-index.ts';
import type { TextIndex } from './text-index.ts';

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
export function misspellings(index: SearchIndex, query: QueryNode, distance: number): Misspelling[] {
	const all = [...index.text.values()];
	return wordsOf(query, undefined)
		.filter(({ word }) => !index.definition.stopWords.has(word) && !all.some(({ words }) => words.get(word)))
		.map(({ word, fields }) => {
			const within = all.filter(({ field }) => fields?.includes(field.name) ?? true);
			return { word, suggestions: suggest(index, within, word, distance) };
		});
}

interface Word {
	readonly word: string;
	readonly fields: readonly string[] | undefined;
}

function wordsOf(node: QueryNode, fields: readonly string[] | undefined): Word[] {
	if (node.type === 'term') return [{ word: node.text.toLowerCase(), fields }];
	if (node.type === 'phrase') return node.words.map((text) => ({ word: text.toLowerCase(), fields }));
	if (node.type === 'and' || node.type === 'or') return node.nodes.flatMap((each) => wordsOf(each, fields));
	if (node.type === 'scope') return wordsOf(node.node, node.fields);
	return 'node' in node ? wordsOf(node.node, fields) : [];
}

function suggest(index: SearchIndex, within: TextIndex[], word: string, distance: number): Suggestion[] {
	const terms = within.flatMap(({ words, stems }) => [
		...words.near(word, distance),
		...stems.near(word, distance),
	]);
	const all = [...index.text.values()];
	return Array.from(new Set(terms.map(({ term }) => term)), (term) => {
		const postings = all.flatMap(({ words, stems }) => words.get(term) ?? stems.get(term) ?? []);
		return { term, score: countOf(postings, index.documents) / index.documents.size };
	}).sort((a, b) => b.score - a.score || (a.term < b.term ? -1 : 1));
}

/** Counted of the terms that are in several fields, by the first posting, for so many in that version. */
const counted = new WeakMap<Posting, { postings: number; version: number; count: number }>();

/** How many documents hold a term. */
function countOf(postings: readonly Posting[], documents: DocumentTable): number {
	const [first, ...others] = postings;
	if (first === undefined || others.length === 0) return first?.size ?? 0;
	const version = Math.max(...postings.map((posting) => posting.version));
	const known = counted.get(first);
	if (known?.version === version && known.postings === postings.length) return known.count;
	const count = countTogether(postings, documents);
	counted.set(first, { postings: postings.length, version, count });
	return count;
}

function countTogether(postings: readonly Posting[], { capacity }: DocumentTable): number {
	const found = DocumentSet.borrow(capacity);
	for (const posting of postings) posting.addTo(found);
	const { size } = found;
	found.release();
	return size;
}
