import stemmers from 'snowball-stemmers';

const SEPARATORS = /[\s,.<>{}[\]"':;!@#$%^&*()\-+=~/\\|?`]/;

export const DEFAULT_STOP_WORDS: ReadonlySet<string> = new Set(
	(
		'a is the an and are as at be but by for if in into it no not of on or such that their then there these ' +
		'they this to was will with'
	).split(' '),
);

const BACKSLASH = 92;
/** By code of the ASCII characters. */
const SEPARATES = Array.from({ length: 128 }, (_, code) => SEPARATORS.test(String.fromCharCode(code)));

const separates = (code: number): boolean =>
	code < 128 ? SEPARATES[code]! : code >= 160 && SEPARATORS.test(String.fromCharCode(code));

/** The words of a text in lower case; a backslash keeps a separator inside a word. */
export function tokenize(text: string): string[] {
	const words: string[] = [];
	const lower = text === text.toLowerCase();
	/** What comes before an escaped separator, which begins what follows. */
	let before = '';
	let start = 0;
	for (let i = 0; i <= text.length; i++) {
		const code = i < text.length ? text.charCodeAt(i) : 0x20;
		if (!separates(code)) continue;
		if (code === BACKSLASH && i + 1 < text.length && separates(text.charCodeAt(i + 1))) {
			before += text.slice(start, i);
			start = ++i;
			continue;
		}
		if (i > start || before !== '') {
			const word = before === '' ? text.slice(start, i) : before + text.slice(start, i);
			words.push(lower ? word : word.toLowerCase());
			before = '';
		}
		start = i + 1;
	}
	return words;
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
