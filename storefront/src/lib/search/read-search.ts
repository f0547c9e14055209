import { type PriceProblem, readPriceRange } from './price-range.ts';
import type { SearchState } from './search-state.ts';
import { defaultSort, offeredSorts, type SortName, sortNamed } from './sort-orders.ts';

const longestWords = 200;
const longestTag = 40;
/** As many as the API takes. */
const mostTags = 20;
const longestPrice = 40;

/** A search as its address says it. */
export interface ReadSearch {
	search: SearchState;
	/** The price fields as they were filled in, usable or not. */
	typedPrices: { from: string; to: string; problem: PriceProblem | null };
	/** What of the address could not be used, a sentence each. */
	ignored: string[];
}

/** Reads the URL forgivingly: what makes no sense there is left out, and said. */
export function readSearch(parameters: URLSearchParams): ReadSearch {
	const ignored: string[] = [];
	const words = readWords(parameters.get('q') ?? '', ignored);
	const tags = readTags(parameters.getAll('tag'), ignored);
	const sort = readSort(parameters.get('sort') ?? '', words, ignored);
	const from = (parameters.get('min') ?? '').slice(0, longestPrice);
	const to = (parameters.get('max') ?? '').slice(0, longestPrice);
	const { min, max, problem } = readPriceRange(from, to);
	if (problem) ignored.push(problem.message);
	const page = readPage(parameters, ignored);
	return {
		search: { words, tags, sort, min, max, ...page },
		typedPrices: { from, to, problem },
		ignored,
	};
}

function readWords(text: string, ignored: string[]): string {
	const letters = [...text.replace(/\p{Cc}+/gu, ' ').trim()];
	if (letters.length > longestWords)
		ignored.push(`Only the first ${longestWords} characters were searched for.`);
	// By whole characters: half of one would not survive the address.
	return letters.slice(0, longestWords).join('').trim();
}

function readTags(given: string[], ignored: string[]): string[] {
	const tags = [...new Set(given.map((tag) => tag.trim().toLowerCase()).filter(Boolean))];
	const usable = tags.filter((tag) => tag.length <= longestTag && !/\p{Cc}/u.test(tag));
	if (usable.length < tags.length) ignored.push('A theme that no artwork can have was left out.');
	if (usable.length > mostTags) ignored.push(`Only the first ${mostTags} themes were used.`);
	return usable.slice(0, mostTags);
}

function readSort(name: string, words: string, ignored: string[]): SortName {
	const order = sortNamed(name);
	if (name && !order) ignored.push('There is no such order, so the usual one was used.');
	return offeredSorts(words).find((offered) => offered === order)?.name ?? defaultSort(words);
}

function readPage(parameters: URLSearchParams, ignored: string[]) {
	const after = parameters.get('after') || null;
	const before = parameters.get('before') || null;
	if (!after || !before) return { after, before };
	ignored.push('Two pages cannot be shown at once, so this is the first one.');
	return { after: null, before: null };
}
