import stemmers from 'snowball-stemmers';

const SEPARATORS = /[\s,.<>{}[\]"':;!@#$%^&*()\-+=~/\\|?`]/;

export const DEFAULT_STOP_WORDS: ReadonlySet<string> = new Set(
	(
		'a is the an and are as at be but by for if in into it no not of on or such that their then there these ' +
		'they this to was will with'
	).split(' '),
);

/** The words of a text in lower case; a backslash keeps a separator inside a word. */
export function tokenize(text: string): string[] {
	const words: string[] = [];
	let word = '';
	for (let i = 0; i < text.length; i++) {
		const char = text[i]!;
		if (char === '\\' && i + 1 < text.length && SEPARATORS.test(text[i + 1]!)) word += text[++i];
		else if (!SEPARATORS.test(char)) word += char;
		else if (word !== '') {
			words.push(word.toLowerCase());
			word = '';
		}
	}
	if (word !== '') words.push(word.toLowerCase());
	return words;
}

const byLanguage = new Map<string, (word: string) => string>();

/** The stemmer of a language, with what it has stemmed before. */
export function stemmer(language: string): (word: string) => string {
	let stem = byLanguage.get(language);
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
