import stemmers from 'snowball-stemmers';

export const DEFAULT_STOP_WORDS: ReadonlySet<string> = new Set(
	(
		'a is the an and are as at be but by for if in into it no not of on or such that their then there these ' +
		'they this to was will with'
	).split(' '),
);

/** What stands between separators. A backslash makes one a part of a word. */
const WORD = /(?:[^ \t,.<>{}[\]"':;!@#$%^&*()\-+=~/|?`\\]|\\.?)+/gs;
/** A backslash, with what it makes a part of the word; or what is as if it were not there, line breaks included. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about.
const LEFT_OUT = /\\([^\0-\x1f\x7f])|[\\\0-\x1f\x7f]/g;

/** The words of a text in lower case. A backslash makes a separator a part of a word; a line break ends none. */
export function tokenize(text: string): string[] {
	const words = text.match(WORD) ?? [];
	if (text === text.toLowerCase() && text.search(LEFT_OUT) < 0) return words;
	return words.map((word) => word.replace(LEFT_OUT, '$1').toLowerCase()).filter((word) => word !== '');
}

const byLanguage = new Map<string, (word: string) => string>();

/** The stemmer of a language, with what it has stemmed before. Some languages have none. */
export function stemmer(language: string): (word: string) => string {
	let stem = byLanguage.get(language);
	if (stem === undefined && !stemmers.algorithms().includes(language)) stem = (word) => word;
	if (stem === undefined) {
		const snowball = stemmers.newStemmer(language);
		const known = new Map<string, string>();
		stem = (word) => {
			let stemmed = known.get(word);
			if (stemmed === undefined) {
				stemmed = snowball.stem(word);
				if (known.size > 50_000) known.clear();
				known.set(word, stemmed);
			}
			return stemmed;
		};
		byLanguage.set(language, stem);
	}
	return stem;
}
