import stemmers from 'snowball-stemmers';

/** What a product is described by. */
export interface Described {
	name: string;
	description: string;
	tags: readonly string[];
}

/** No product has more: a description may be long, and what an artwork is about is said early. */
export const mostFeatures = 40;
const longestWord = 40;
const tagMark = 't_';

/** Words that say nothing of what an artwork is like: those that RediSearch leaves out, and a few more. */
const stopWords = new Set(
	(
		'a all an and are as at be been but by can each for from has have how if in into is it its no not of on one or ' +
		'so such than that the their then there these they this to was what when where which who will with would you your'
	).split(' '),
);

/**
 * The features of a product, each once: its tags, then the stems of the words of its name and description. A feature
 * is a single word in any script; a tag begins with `t_`, which no stem does.
 */
export function featuresOf({ name, description, tags }: Described): string[] {
	const words = wordsOf(`${name} ${description}`).filter((word) => !stopWords.has(word));
	const features = new Set([...tags.map(tagFeature), ...words.map(stem)]);
	features.delete(tagMark);
	return [...features].slice(0, mostFeatures);
}

/** Whether a feature is a tag. */
export function isTag(feature: string): boolean {
	return feature.startsWith(tagMark);
}

function tagFeature(tag: string): string {
	return `${tagMark}${wordsOf(tag).join('_')}`.slice(0, longestWord);
}

function wordsOf(text: string): string[] {
	return (
		text
			.toLowerCase()
			.normalize('NFKC')
			.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
	).map((word) => word.slice(0, longestWord));
}

const english = stemmers.newStemmer('english');
const stems = new Map<string, string>();

/** Snowball's stemmer for English takes some microseconds a word, and the words are mostly the same. */
function stem(word: string): string {
	let found = stems.get(word);
	if (found === undefined) {
		found = english.stem(word);
		if (stems.size >= 20_000) stems.clear();
		stems.set(word, found);
	}
	return found;
}
