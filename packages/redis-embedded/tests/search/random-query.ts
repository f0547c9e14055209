import fc from 'fast-check';
import { type Doc, type NaiveIndex, stemOf, TEXTS, type TextName, values } from './naive-index.ts';

/** A query with its meaning. */
export interface Part {
	readonly text: string;
	matches(index: NaiveIndex, doc: Doc): boolean;
	/** By TFIDF, before the norm. */
	worth(index: NaiveIndex, doc: Doc): number;
}

export const WORDS = [
	'blue',
	'blues',
	'mountain',
	'mountains',
	'mount',
	'moun',
	'calm',
	'calmly',
	'sea',
	'waves',
	'wave',
];
export const TAGS = ['vase', 'blue', 'Blue', 'calm', 'sea life'];
const NAMES = Object.keys(TEXTS) as TextName[];

const word = fc.constantFrom(...WORDS);
const unscored = (text: string, matches: Part['matches']): Part => ({ text, matches, worth: () => 0 });

const tag = fc
	.record({
		name: fc.constantFrom('tagList', 'labels'),
		wanted: fc.uniqueArray(fc.constantFrom(...TAGS), { minLength: 1, maxLength: 2 }),
		prefix: fc.boolean(),
	})
	.map(({ name, wanted, prefix }) => {
		const texts = wanted.map((each) => (prefix ? each.slice(0, 3) : each));
		const fold = (each: string) => (name === 'tagList' ? each : each.toLowerCase());
		return unscored(
			`@${name}:{${texts.map((each) => (prefix ? `${each}*` : each)).join('|')}}`,
			(index, doc) =>
				index
					.tags(doc, name)
					.some((has) => texts.some((each) => (prefix ? has.startsWith(fold(each)) : has === fold(each)))),
		);
	});
const available = fc
	.constantFrom('true', 'false')
	.map((wanted) =>
		unscored(`@available:{${wanted}}`, (index, doc) => index.tags(doc, 'available').includes(wanted)),
	);
const range = fc
	.record({
		name: fc.constantFrom('price', 'downloads', 'sizes'),
		low: fc.integer({ min: -1, max: 6 }),
		high: fc.integer({ min: -1, max: 6 }),
		open: fc.boolean(),
		endless: fc.boolean(),
	})
	.map(({ name, low, high, open, endless }) =>
		unscored(`@${name}:[${open ? '(' : ''}${low} ${endless ? '+inf' : high}]`, (_, doc) =>
			values(doc, name).some(
				(value) => (open ? Number(value) > low : Number(value) >= low) && (endless || Number(value) <= high),
			),
		),
	);

/** Terms of one word, by a test, in all text fields or in those named. */
const anyTerm = (
	text: string,
	names: readonly TextName[],
	terms: (index: NaiveIndex, doc: Doc, name: TextName) => string[],
): Part => ({
	text,
	matches: (index, doc) =>
		names.some((name) => terms(index, doc, name).some((term) => index.frequency(doc, name, term) > 0)),
	worth: (index, doc) =>
		names.reduce(
			(sum, name) =>
				sum + terms(index, doc, name).reduce((all, term) => all + index.worth(doc, name, term), 0),
			0,
		),
});
const term = fc
	.record({ wanted: word, names: fc.subarray(NAMES, { minLength: 1 }) })
	.map(({ wanted, names }) => {
		const stem = stemOf(wanted);
		return anyTerm(`@${names.join('|')}:(${wanted})`, names, () => [...new Set([wanted, `+${stem}`, stem])]);
	});
const expanded = fc
	.record({
		wanted: word,
		names: fc.subarray(NAMES, { minLength: 1 }),
		kind: fc.constantFrom('prefix', 'fuzzy', 'fuzzy2'),
	})
	.map(({ wanted, names, kind }) => {
		const prefix = wanted.slice(0, 3);
		const text = kind === 'prefix' ? `${prefix}*` : kind === 'fuzzy' ? `%${wanted}%` : `%%${wanted}%%`;
		const distance = kind === 'fuzzy' ? 1 : 2;
		return anyTerm(`@${names.join('|')}:(${text})`, names, (index, doc, name) =>
			[...new Set(index.words(doc, name))].filter((each) =>
				kind === 'prefix' ? each.startsWith(prefix) : levenshtein(each, wanted) <= distance,
			),
		);
	});
const phrase = fc.tuple(word, word).map(([a, b]): Part => {
	const near = (index: NaiveIndex, doc: Doc, name: TextName) => {
		return index.texts(doc, name).some((words) => words.some((each, i) => each === a && words[i + 1] === b));
	};
	return {
		text: `"${a} ${b}"`,
		matches: (index, doc) => NAMES.some((name) => near(index, doc, name)),
		worth: (index, doc) =>
			NAMES.filter((name) => near(index, doc, name)).reduce(
				(sum, name) => sum + index.worth(doc, name, a) + index.worth(doc, name, b),
				0,
			),
	};
});

/** Any query that is not too deep. */
export const query = fc.letrec<{ part: Part; leaf: Part }>((tie) => ({
	leaf: fc.oneof(tag, available, range, term, term, expanded, phrase),
	part: fc.oneof(
		{ maxDepth: 2 },
		tie('leaf'),
		fc.array(tie('part'), { minLength: 2, maxLength: 3 }).map(
			(parts): Part => ({
				text: `(${parts.map(({ text }) => text).join(' ')})`,
				matches: (index, doc) => parts.every((part) => part.matches(index, doc)),
				worth: (index, doc) => parts.reduce((sum, part) => sum + part.worth(index, doc), 0),
			}),
		),
		fc.array(tie('part'), { minLength: 2, maxLength: 3 }).map(
			(parts): Part => ({
				text: `(${parts.map(({ text }) => text).join(' | ')})`,
				matches: (index, doc) => parts.some((part) => part.matches(index, doc)),
				worth: (index, doc) =>
					parts.reduce((sum, part) => sum + (part.matches(index, doc) ? part.worth(index, doc) : 0), 0),
			}),
		),
		tie('part').map((part) => unscored(`-(${part.text})`, (index, doc) => !part.matches(index, doc))),
		tie('part').map(
			(part): Part => ({
				text: `~(${part.text})`,
				matches: () => true,
				worth: (index, doc) => (part.matches(index, doc) ? part.worth(index, doc) : 0),
			}),
		),
	),
})).part;

function levenshtein(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (const [i, char] of [...a].entries()) {
		const next = [i + 1];
		for (let j = 0; j < b.length; j++) {
			next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (b[j] === char ? 0 : 1)));
		}
		row = next;
	}
	return row[b.length]!;
}
