import { RedisError } from '../protocol/reply.ts';
import type { Weigh } from './scoring.ts';
import type { SearchIndex } from './search-index.ts';

/** A way of scoring: what a term is worth in a document, and what becomes of the sum. */
export interface Scorer {
	readonly weigh: Weigh;
	total(sum: number, slot: number): number;
}

/** The scorer of that name over an index. */
export function scorer(name: string, index: SearchIndex): Scorer {
	const { defaultScore } = index.definition;
	const count = index.documents.size;
	const inverse = (among: number) => Math.floor(Math.log2(1 + count / (among || 1)));
	const average = count > 0 ? index.totalLength / count || 1 : 1;
	const total = (sum: number) => sum * defaultScore;
	const tfidf = (norm: (slot: number) => number): Scorer => ({
		weigh(among) {
			const idf = inverse(among);
			return (frequency) => frequency * idf;
		},
		total: (sum, slot) => (sum * defaultScore) / (norm(slot) || 1),
	});
	switch (name.toUpperCase()) {
		case 'TFIDF':
			return tfidf((slot) => index.maxFrequencies[slot]!);
		case 'TFIDF.DOCNORM':
			return tfidf((slot) => index.lengths[slot]!);
		case 'BM25':
			return {
				weigh(among) {
					const idf = inverse(among);
					return (frequency) => (idf * frequency) / (frequency + 1.2 * (0.5 + 0.5 * average));
				},
				total,
			};
		case 'BM25STD':
			return {
				weigh(among) {
					const idf = Math.log(1 + (count - among + 0.5) / (among + 0.5));
					return (frequency, slot) => {
						const length = index.lengths[slot]! / average;
						return (idf * frequency * 2.2) / (frequency + 1.2 * (0.25 + 0.75 * length));
					};
				},
				total,
			};
		case 'DISMAX':
			return { weigh: () => (frequency) => frequency, total: (sum) => sum };
		case 'DOCSCORE':
			return { weigh: () => () => 0, total: () => defaultScore };
		default:
			throw new RedisError(`No such scorer ${name}`);
	}
}
