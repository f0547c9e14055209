import { RedisError } from '../protocol/reply.ts';
import type { Matcher } from './matcher.ts';
import type { SearchIndex } from './search-index.ts';

/** A way of scoring: what a term is worth in a document, and what becomes of the sum. */
export interface Scorer {
	weigh(frequency: number, documents: number, document: number): number;
	total(document: number, matcher: Matcher): number;
}

/** The scorer of that name over an index. */
export function scorer(name: string, index: SearchIndex): Scorer {
	const { documents, definition } = index;
	const count = documents.size;
	const inverse = (among: number) => Math.floor(Math.log2(1 + count / (among || 1)));
	const average = count > 0 ? index.totalLength / count || 1 : 1;
	const sum = (document: number, matcher: Matcher) => matcher.score(document) * definition.defaultScore;
	const tfidf = (norm: (document: number) => number): Scorer => ({
		weigh: (frequency, among) => frequency * inverse(among),
		total: (document, matcher) => sum(document, matcher) / (norm(document) || 1),
	});
	switch (name.toUpperCase()) {
		case 'TFIDF':
			return tfidf((document) => documents.get(document)!.maxFrequency);
		case 'TFIDF.DOCNORM':
			return tfidf((document) => documents.get(document)!.length);
		case 'BM25':
			return {
				weigh: (frequency, among) => (inverse(among) * frequency) / (frequency + 1.2 * (0.5 + 0.5 * average)),
				total: sum,
			};
		case 'BM25STD':
			return {
				weigh(frequency, among, document) {
					const idf = Math.log(1 + (count - among + 0.5) / (among + 0.5));
					const length = documents.get(document)!.length / average;
					return (idf * frequency * 2.2) / (frequency + 1.2 * (0.25 + 0.75 * length));
				},
				total: sum,
			};
		case 'DISMAX':
			return { weigh: (frequency) => frequency, total: (document, matcher) => matcher.score(document) };
		case 'DOCSCORE':
			return { weigh: () => 0, total: () => definition.defaultScore };
		default:
			throw new RedisError(`No such scorer ${name}`);
	}
}
