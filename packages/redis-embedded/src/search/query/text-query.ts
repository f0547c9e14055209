import { RedisError } from '../../protocol/reply.ts';
import { DocumentSet } from '../fields/document-set.ts';
import { ALL_FIELDS } from '../fields/occurrences.ts';
import type { Posting } from '../fields/posting.ts';
import type { TextIndex } from '../fields/text-index.ts';
import { affixTest, MAX_EXPANSIONS } from './affix.ts';
import type { MatcherOptions } from './compile.ts';
import { intersect, type Matcher, matcher, NOTHING, unite } from './matcher.ts';
import type { AffixNode, QueryNode } from './query.ts';

type TextNode = Extract<QueryNode, { type: 'phrase' | 'fuzzy' }> | (QueryNode & AffixNode);

/** Finds documents by what stands in their text fields. */
export class TextQuery {
	private readonly options: MatcherOptions;
	private readonly text: TextIndex;

	constructor(options: MatcherOptions) {
		this.options = options;
		this.text = options.index.text;
	}

	compile(node: TextNode): Matcher {
		const { terms } = this.text;
		switch (node.type) {
			case 'phrase':
				return intersect(
					this.options.sets,
					node.words.map((word) => this.exactly(word.toLowerCase())),
					{ slop: 0, inOrder: true },
				);
			case 'fuzzy':
				return this.anyOf(terms.near(node.text.toLowerCase(), node.distance, MAX_EXPANSIONS));
			default: {
				const text = node.text.toLowerCase();
				const test = affixTest({ type: node.type, text });
				if (!test) return NOTHING;
				return this.anyOf(
					node.type === 'prefix'
						? terms.withPrefix(text, MAX_EXPANSIONS)
						: terms.where(this.partly({ type: node.type, text }, test), MAX_EXPANSIONS),
				);
			}
		}
	}

	/** Tells terms by a test; where fields keep the ends of their words, the words of those alone, and not their stems. */
	private partly({ type, text }: AffixNode, test: (term: string) => boolean): (posting: Posting) => boolean {
		const { suffixed } = this.text;
		const { fields } = this.options;
		if (suffixed !== 0 && fields !== ALL_FIELDS && (fields & ~suffixed) !== 0)
			throw new RedisError('Contains query on fields without WITHSUFFIXTRIE support');
		// Of no use to a pattern with no two characters side by side.
		if (suffixed === 0 || (type === 'wildcard' && !/[^*]{2}/.test(text))) return ({ term }) => test(term);
		return (posting) => test(posting.term) && posting.words === 0 && posting.isInAny(suffixed);
	}

	/** A word, with that weight, the words of the same stem, and the stem itself, even where words are not stemmed. */
	term(text: string, weight: number | undefined): Matcher {
		const { verbatim, stemOf, fields, sets } = this.options;
		const word = text.toLowerCase();
		const itself = this.exactly(word, fields, weight);
		const stems = fields === ALL_FIELDS || (fields & this.text.stemming) !== 0;
		if (verbatim || word === '' || !stems) return itself;
		const stem = stemOf(word);
		const others = [`+${stem}`, ...(stem === word ? [] : [stem])];
		return unite(
			sets,
			[itself, ...others.map((other) => this.exactly(other))].filter((part) => part !== NOTHING),
		);
	}

	private exactly(word: string, fields = this.options.fields, weight = 1): Matcher {
		const posting = this.text.terms.get(word);
		if (posting === undefined) return NOTHING;
		return matcher(this.options.sets, () => this.union([posting], fields), {
			score: (scoring, factor) => posting.score(scoring, factor * weight, fields),
			has: (slot) => posting.has(slot, fields),
			positions: this.text.hasOffsets ? (slot) => this.text.positionsOf(posting, slot) : undefined,
			size: posting.size,
		});
	}

	/** Documents with any of these terms, each as the first of them finds it. */
	private anyOf(postings: readonly Posting[]): Matcher {
		const { fields, sets, index } = this.options;
		const first = (slot: number) => postings.find((posting) => posting.has(slot, fields))!;
		return matcher(sets, () => this.union(postings, fields), {
			score(scoring, factor) {
				const done = DocumentSet.borrow(index.documents.capacity);
				for (const posting of postings) posting.score(scoring, factor, fields, done);
				done.release();
			},
			positions: this.text.hasOffsets ? (slot) => this.text.positionsOf(first(slot), slot) : undefined,
			size: postings.reduce((sum, { size }) => sum + size, 0),
		});
	}

	/** To be released. */
	private union(postings: readonly Posting[], fields: number): DocumentSet {
		const found = DocumentSet.borrow(this.options.index.documents.capacity);
		for (const posting of postings) posting.addTo(found, fields);
		return found;
	}
}
