import { RedisError } from '../protocol/reply.ts';
import type { Weigh } from './scoring.ts';
import type { SearchIndex } from './search-index.ts';

/** How soon more of a term stops counting, in RediSearch's single precision. */
const K1 = Math.fround(1.2);

/** A way of scoring: what a term is worth in a document, and what becomes of the sum. */
export interface Scorer {
	readonly weigh: Weigh;
	total(sum: number, slot: number): number;
	/** Whether it counts how far apart terms stand. */
	readonly byDistance: boolean;
	/** Whether documents have a worth of their own, whatever is asked for. */
	readonly ofDocuments?: boolean;
}

/** The scorer of that name over an index. */
export function scorer(name: string, { text, documents }: SearchIndex): Scorer {
	const { size } = documents;
	// RediSearch counts one more here, though not for BM25STD.
	const rarity = (among = Number.POSITIVE_INFINITY) =>
		among === Number.POSITIVE_INFINITY ? 1 : Math.floor(Math.log2(1 + (size + 1) / (among || 1)));
	const average = text.totalLength / (size || 1);
	const total = (sum: number, slot: number) => sum * documents.scoreOf(slot);
	const tfidf = (norms: Uint32Array): Scorer => ({
		weigh(among) {
			const idf = rarity(among);
			return (frequency) => frequency * idf;
		},
		// Infinite where there is no text; but nothing stays nothing.
		total(sum, slot) {
			const worth = total(sum, slot);
			return worth === 0 ? 0 : worth / norms[slot]!;
		},
		byDistance: true,
	});
	switch (name.toUpperCase()) {
		case 'TFIDF':
			return tfidf(text.maxFrequencies);
		case 'TFIDF.DOCNORM':
			return tfidf(text.lengths);
		case 'BM25':
			return {
				weigh(among) {
					const idf = rarity(among);
					return (frequency) => (idf * frequency) / (frequency + K1 * (0.5 + 0.5 * average));
				},
				total,
				byDistance: true,
			};
		case 'BM25STD':
			return {
				weigh(among) {
					const idf =
						among === undefined
							? 1
							: Math.log(Math.fround(1 + Math.fround((size - among + 0.5) / (among + 0.5))));
					return (frequency, slot) => {
						const length = text.lengths[slot]! / average;
						return (idf * frequency * (K1 + 1)) / (frequency + K1 * (0.5 + 0.5 * length));
					};
				},
				total,
				byDistance: false,
			};
		case 'DISMAX':
			return { weigh: () => (frequency) => frequency, total: (sum) => sum, byDistance: false };
		case 'DOCSCORE':
			return {
				weigh: () => () => 0,
				total: (_, slot) => total(1, slot),
				byDistance: false,
				ofDocuments: true,
			};
		default:
			throw new RedisError(`No such scorer ${name}`);
	}
}
