import { DocumentSet } from './document-set.ts';
import { Found, intersect, type Matcher, type MatcherOptions, NOTHING, unite } from './matcher.ts';
import type { Posting } from './posting.ts';
import type { QueryNode } from './query.ts';
import type { TextIndex } from './text-index.ts';
import { stemmer, tokenize } from './tokenize.ts';

/** RediSearch finds nothing by a shorter prefix, and looks no further than so many terms. */
const MIN_PREFIX = 2;
const MAX_EXPANSIONS = 200;

/** A term in one field, and the field's weight. */
type Weighted = readonly [Posting, weight: number];

/** Finds documents by what stands in their text fields. */
export class TextQuery {
	private readonly options: MatcherOptions;
	private readonly fields: readonly TextIndex[];

	constructor(options: MatcherOptions) {
		this.options = options;
		const { index, fields } = options;
		this.fields = [...index.text.values()].filter(({ field }) => fields?.includes(field.name) ?? true);
	}

	compile(node: QueryNode): Matcher {
		if (node.type === 'term') return this.term(node.text);
		if (node.type === 'phrase') return this.near(node.words, 0, true);
		if (node.type === 'prefix') {
			const prefix = node.text.toLowerCase();
			return this.expand(prefix, ({ words }) => words.withPrefix(prefix, MAX_EXPANSIONS));
		}
		if (node.type === 'suffix' || node.type === 'infix') {
			const text = node.text.toLowerCase();
			const test = (term: string) => (node.type === 'suffix' ? term.endsWith(text) : term.includes(text));
			return this.expand(text, ({ words }) => words.where(test, MAX_EXPANSIONS));
		}
		if (node.type === 'fuzzy') {
			const text = node.text.toLowerCase();
			return this.expand('  ', ({ words }) => words.near(text, node.distance, MAX_EXPANSIONS));
		}
		return NOTHING;
	}

	/** Words in one field, at most `slop` other words among them. */
	near(texts: readonly string[], slop: number, inOrder: boolean): Matcher {
		const { stopWords } = this.options.index.definition;
		const words = texts.flatMap(tokenize).filter((word) => !stopWords.has(word));
		return unite(
			this.options.sets,
			this.fields.map((index) => {
				const found = words.flatMap((word) => index.words.get(word) ?? []);
				if (words.length === 0 || found.length < words.length) return NOTHING;
				const together = intersect(
					this.options.sets,
					found.map((posting) => anyOf(this.options, [[posting, index.field.weight]])),
				);
				const isNear = (slot: number) => {
					const positions = found.map((posting) => index.positionsOf(posting, slot));
					return close(positions, slop, inOrder);
				};
				const near: Matcher = new Found(
					this.options.sets,
					() => together.documents.copy().keep(isNear),
					(scoring, factor) => together.score?.(scoring.within(near.documents), factor),
				);
				return near;
			}),
		);
	}

	/** A word with the words of the same stem. */
	private term(text: string): Matcher {
		const { index, verbatim, sets } = this.options;
		const words = tokenize(text).filter((word) => !index.definition.stopWords.has(word));
		return intersect(
			sets,
			words.map((word) => {
				const stemmed = stemmer(index.definition.language)(word);
				return anyOf(
					this.options,
					this.fields.flatMap(({ words: terms, stems, field }) => {
						const forms =
							verbatim || !field.stems
								? [terms.get(word)]
								: [
										terms.get(word),
										stems.get(`+${stemmed}`),
										stemmed === word ? undefined : terms.get(stemmed),
									];
						return forms.flatMap((posting): Weighted[] => (posting ? [[posting, field.weight]] : []));
					}),
				);
			}),
		);
	}

	private expand(text: string, terms: (index: TextIndex) => readonly Posting[]): Matcher {
		if (text.length < MIN_PREFIX) return NOTHING;
		return anyOf(
			this.options,
			this.fields.flatMap((index) => terms(index).map((posting): Weighted => [posting, index.field.weight])),
		);
	}
}

/** Documents with any of these terms. */
const anyOf = ({ index, sets }: MatcherOptions, terms: readonly Weighted[]): Matcher =>
	new Found(
		sets,
		() => {
			const found = DocumentSet.borrow(index.documents.capacity);
			for (const [posting] of terms) posting.addTo(found);
			return found;
		},
		(scoring, factor) => {
			for (const [posting, weight] of terms) posting.score(scoring, weight, factor);
		},
	);

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
