import { intersect, type Matcher, type MatcherOptions, unite } from './matcher.ts';
import type { QueryNode } from './query.ts';
import { frequencyOf, type Posting, positionsOf, type TextIndex, within } from './text-index.ts';
import { stemmer, tokenize } from './tokenize.ts';

/** RediSearch finds nothing by a shorter prefix, and looks no further than so many terms. */
const MIN_PREFIX = 2;
const MAX_EXPANSIONS = 200;

/** Finds documents by what stands in their text fields. */
export class TextQuery {
	private readonly options: MatcherOptions;
	private readonly fields: readonly (readonly [TextIndex, weight: number, stems: boolean])[];

	constructor(options: MatcherOptions) {
		this.options = options;
		const { index, fields } = options;
		this.fields = index.definition.fields
			.filter((field) => field.type === 'TEXT' && (fields?.includes(field.name) ?? true))
			.map((field) => [index.text.get(field.name)!, field.weight, field.stems]);
	}

	compile(node: QueryNode): Matcher {
		if (node.type === 'term') return this.term(node.text);
		if (node.type === 'phrase') return this.near(node.words, 0, true);
		if (node.type === 'prefix') {
			const prefix = node.text.toLowerCase();
			return this.expand(prefix, (index) => index.withPrefix(prefix));
		}
		if (node.type === 'suffix' || node.type === 'infix') {
			const text = node.text.toLowerCase();
			const test = (term: string) => (node.type === 'suffix' ? term.endsWith(text) : term.includes(text));
			return this.expand(text, (index) => index.where(test));
		}
		if (node.type === 'fuzzy') {
			const text = node.text.toLowerCase();
			return this.expand('  ', (index) => index.where((term) => within(node.distance, term, text)));
		}
		return unite([]);
	}

	/** Words in one field, at most `slop` other words among them. */
	near(texts: readonly string[], slop: number, inOrder: boolean): Matcher {
		const { stopWords } = this.options.index.definition;
		const words = texts.flatMap(tokenize).filter((word) => !stopWords.has(word));
		return unite(
			this.fields.map(([index, weight]) => {
				const postings = words.map((word) => index.get(word));
				if (words.length === 0 || postings.includes(undefined)) return unite([]);
				const found = postings as Posting[];
				const together = intersect(found.map((posting) => this.matcher(posting, weight)));
				const has = (document: number) =>
					together.has(document) &&
					close(
						found.map((posting) => positionsOf(posting.documents.get(document))),
						slop,
						inOrder,
					);
				return {
					size: together.size,
					documents: () => Iterator.from(together.documents()).filter(has),
					has,
					score: together.score,
				};
			}),
		);
	}

	/** A word with the words of the same stem. */
	private term(text: string): Matcher {
		const { index, verbatim } = this.options;
		const words = tokenize(text).filter((word) => !index.definition.stopWords.has(word));
		return intersect(
			words.map((word) => {
				const stemmed = stemmer(index.definition.language)(word);
				return unite(
					this.fields.flatMap(([terms, weight, stems]) => {
						const forms = verbatim || !stems ? [word] : [...new Set([word, `+${stemmed}`, stemmed])];
						return forms.flatMap((form) => {
							const posting = terms.get(form);
							return posting ? [this.matcher(posting, weight)] : [];
						});
					}),
				);
			}),
		);
	}

	private expand(text: string, terms: (index: TextIndex) => Generator<Posting>): Matcher {
		if (text.length < MIN_PREFIX) return unite([]);
		const parts = this.fields.flatMap(([index, weight]) => [
			...terms(index)
				.take(MAX_EXPANSIONS)
				.map((posting) => this.matcher(posting, weight)),
		]);
		return parts.length > 8 ? merge(parts) : unite(parts);
	}

	private matcher({ documents }: Posting, weight: number): Matcher {
		const { weigh } = this.options;
		return {
			size: documents.size,
			documents: () => documents.keys(),
			has: (document) => documents.has(document),
			score: (document) => weigh(frequencyOf(documents.get(document)) * weight, documents.size, document),
		};
	}
}

/** Whether one position of each word can be chosen so that at most `slop` others lie among them. */
function close(positions: readonly (readonly number[])[], slop: number, inOrder: boolean): boolean {
	const reach = positions.length - 1 + slop;
	const choose = (word: number, low: number, high: number, last: number): boolean => {
		if (word === positions.length) return true;
		return positions[word]!.some((at) => {
			if (inOrder && at <= last) return false;
			const [from, to] = [Math.min(low, at), Math.max(high, at)];
			return to - from <= reach && choose(word + 1, from, to, at);
		});
	};
	return positions[0]!.some((at) => choose(1, at, at, at));
}

/** Many parts united: their documents are gone through once, not once for each part. */
function merge(parts: readonly Matcher[]): Matcher {
	const united = unite(parts);
	let scores: Map<number, number> | undefined;
	return {
		size: united.size,
		documents() {
			scores = new Map();
			for (const part of parts) {
				for (const document of part.documents()) {
					scores.set(document, (scores.get(document) ?? 0) + part.score(document));
				}
			}
			return scores.keys();
		},
		has: (document) => scores?.has(document) ?? united.has(document),
		score: (document) => scores?.get(document) ?? united.score(document),
	};
}
