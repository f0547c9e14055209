import stemmers from 'snowball-stemmers';

const SEPARATORS = ' \t,.<>{}[]"\':;!@#$%^&*()-+=~/|?`';

export const DEFAULT_STOP_WORDS: ReadonlySet<string> = new Set(
	(
		'a is the an and are as at be but by for if in into it no not of on or such that their then there these ' +
		'they this to was will with'
	).split(' '),
);

const BACKSLASH = 92;
const isControl = (code: number): boolean => code < 32 || code === 127;

/** What a character is to a word: a part of it, its end, or nothing, as if it were not there. */
const [PART, END, NOTHING] = [0, 1, 2];
/** By code of the ASCII characters. */
const KINDS = Array.from({ length: 128 }, (_, code) => {
	if (SEPARATORS.includes(String.fromCharCode(code))) return END;
	return code === BACKSLASH || isControl(code) ? NOTHING : PART;
});

/** The words of a text in lower case. A backslash makes a separator a part of a word; a line break ends none. */
export function tokenize(text: string): string[] {
	const words: string[] = [];
	/** What comes before something that is left out, which begins what follows. */
	let before = '';
	let start = 0;
	for (let i = 0; i <= text.length; i++) {
		const code = i < text.length ? text.charCodeAt(i) : 0x20;
		const kind = code < 128 ? KINDS[code] : PART;
		if (kind === PART) continue;
		if (kind === NOTHING) {
			before += text.slice(start, i);
			start = i + 1;
			if (code !== BACKSLASH || start === text.length) continue;
			if (isControl(text.charCodeAt(start))) start++;
			i++;
			continue;
		}
		if (i > start || before !== '') {
			words.push(before + text.slice(start, i));
			before = '';
		}
		start = i + 1;
	}
	// Not in the loop, which V8 then compiles to code that takes ten times as long.
	return text === text.toLowerCase() ? words : words.map((word) => word.toLowerCase());
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
