import fc from 'fast-check';
import { type Doc, NAMES, type NaiveIndex, stemOf, TEXTS, type TextName, values } from './naive-index.ts';

/** A query with its meaning. */
export interface Part {
	readonly text: string;
	matches(index: NaiveIndex, doc: Doc): boolean;
	/** What it is worth in a document that it means, by TFIDF, before what all of the query falls by. */
	worth(index: NaiveIndex, doc: Doc): number;
	/** Where it stands in a document that it means; undefined for what stands in no text. */
	places?(index: NaiveIndex, doc: Doc): number[] | undefined;
	/** In how many documents it is at most. */
	size?(index: NaiveIndex): number;
	/** Of what a result is made. */
	parts?(index: NaiveIndex, doc: Doc): readonly Part[];
}

/** What a document is worth to a query by TFIDF. */
export function score(index: NaiveIndex, doc: Doc, query: Part): number {
	// Infinite where there is no text.
	const worth = query.worth(index, doc);
	return worth === 0 ? 0 : worth / index.maxFrequency(doc) / distance(index, doc, query);
}

function distance(index: NaiveIndex, doc: Doc, query: Part): number {
	const parts = query.parts?.(index, doc) ?? [];
	if (parts.length < 2) return 1;
	const places = parts.flatMap((part) => {
		const found = part.places?.(index, doc);
		return found ? [found] : [];
	});
	const gaps = places.slice(1).map((b, i) => gap(places[i]!, b));
	const sum = gaps.reduce((total, each) => total + each ** 2, 0);
	return sum > 0 ? Math.floor(Math.sqrt(sum)) : parts.length - 1;
}

/** From the beginning on, until a neighbour is found. */
function gap([a, ...restOfA]: number[], [b, ...restOfB]: number[], least = Number.POSITIVE_INFINITY): number {
	if (least === Number.POSITIVE_INFINITY && (a === undefined || b === undefined))
		return a === b ? 0 : 1 + (a ?? b)!;
	if (a === undefined || b === undefined || least <= 1) return least;
	const now = Math.min(least, Math.abs(a - b));
	return b > a ? gap(restOfA, [b, ...restOfB], now) : gap([a, ...restOfA], restOfB, now);
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

const word = fc.constantFrom(...WORDS);
const merged = (index: NaiveIndex, doc: Doc, parts: readonly Part[]): number[] =>
	parts.flatMap((part) => part.places?.(index, doc) ?? []).sort((a, b) => a - b);
const total = (index: NaiveIndex, doc: Doc, parts: readonly Part[]): number =>
	parts.reduce((sum, part) => sum + part.worth(index, doc), 0);

/** What means documents that all the parts mean. */
const all = (text: string, parts: readonly Part[], near = (_places: readonly number[][]) => true): Part => ({
	text,
	matches: (index, doc) =>
		parts.every((part) => part.matches(index, doc)) &&
		near(parts.map((part) => part.places?.(index, doc) ?? [])),
	worth: (index, doc) => total(index, doc, parts),
	places: (index, doc) => merged(index, doc, parts),
	size: (index) => Math.min(...parts.map((part) => part.size?.(index) ?? Number.MAX_SAFE_INTEGER)),
	parts: (index) =>
		parts.toSorted(
			(a, b) => (a.size?.(index) ?? Number.MAX_SAFE_INTEGER) - (b.size?.(index) ?? Number.MAX_SAFE_INTEGER),
		),
});
/** What means documents that any of the parts means. */
const any = (text: string, parts: readonly Part[]): Part => {
	const found = (index: NaiveIndex, doc: Doc) => parts.filter((part) => part.matches(index, doc));
	return {
		text,
		matches: (index, doc) => found(index, doc).length > 0,
		worth: (index, doc) => total(index, doc, found(index, doc)),
		places: (index, doc) => merged(index, doc, found(index, doc)),
		size: (index) => parts.reduce((sum, part) => sum + (part.size?.(index) ?? Number.MAX_SAFE_INTEGER), 0),
		parts: found,
	};
};

const oneTag = (name: string, test: (tag: string) => boolean): Part => {
	const matches: Part['matches'] = (index, doc) => index.tags(doc, name).some(test);
	return {
		text: '',
		matches,
		worth: (index) => index.rarity(index.docs.filter(([, doc]) => matches(index, doc)).length),
	};
};
const tag = fc
	.record({
		name: fc.constantFrom('tagList', 'labels'),
		wanted: fc.uniqueArray(fc.constantFrom(...TAGS), { minLength: 1, maxLength: 2 }),
		kind: fc.constantFrom('exact', 'prefix', 'infix', 'wildcard'),
	})
	.map(({ name, wanted, kind }) => {
		const fold = (each: string) => (name === 'tagList' ? each : each.toLowerCase());
		const texts = wanted.map((each) => {
			const part = each.slice(0, 3);
			return { exact: each, prefix: `${part}*`, infix: `*${each.slice(1, 3)}*`, wildcard: `w'${part}*'` }[
				kind
			]!;
		});
		const parts = wanted.map((each) => {
			const part = fold(each);
			return oneTag(name, (has) => {
				if (kind === 'exact') return has === part;
				return kind === 'infix' ? has.includes(part.slice(1, 3)) : has.startsWith(part.slice(0, 3));
			});
		});
		const text = `@${name}:{${texts.join('|')}}`;
		return parts.length === 1 ? { ...parts[0]!, text } : any(text, parts);
	});
const available = fc
	.constantFrom('true', 'false')
	.map((wanted) => ({ ...oneTag('available', (has) => has === wanted), text: `@available:{${wanted}}` }));
const range = fc
	.record({
		name: fc.constantFrom('price', 'downloads', 'sizes'),
		low: fc.integer({ min: -1, max: 6 }),
		high: fc.integer({ min: -1, max: 6 }),
		open: fc.boolean(),
		endless: fc.boolean(),
	})
	.map(
		({ name, low, high, open, endless }): Part => ({
			text: `@${name}:[${open ? '(' : ''}${low} ${endless ? '+inf' : high}]`,
			matches: (_, doc) =>
				values(doc, name).some(
					(value) =>
						(open ? Number(value) > low : Number(value) >= low) && (endless || Number(value) <= high),
				),
			worth: () => 1,
		}),
	);

/** One term, in some of the text fields, with a weight. */
const exactly = (term: string, names: readonly TextName[], weight = 1): Part => ({
	text: term,
	matches: (index, doc) => index.has(doc, term, names),
	worth: (index, doc) => index.worth(doc, term) * weight,
	places: (index, doc) => index.positions(doc, term),
	size: (index) => index.among(term),
});
const term = fc
	.record({ wanted: word, names: fc.subarray(NAMES, { minLength: 1 }), weight: fc.constantFrom(1, 1, 3) })
	.map(({ wanted, names, weight }): Part => {
		const stem = stemOf(wanted);
		const stems = names.some((name) => TEXTS[name].stem > 0);
		const others = stems ? [`+${stem}`, ...(stem === wanted ? [] : [stem])] : [];
		const text = `@${names.join('|')}:(${wanted}${weight === 1 ? '' : `=>{$weight: ${weight}}`})`;
		const parts = [exactly(wanted, names, weight), ...others.map((other) => exactly(other, names))];
		// What is in no document is no part of it.
		return {
			...any(text, parts),
			parts: (index, doc) => parts.filter((part) => part.matches(index, doc)),
		};
	});
const expanded = fc
	.record({
		wanted: word,
		names: fc.subarray(NAMES, { minLength: 1 }),
		kind: fc.constantFrom('prefix', 'suffix', 'infix', 'wildcard', 'fuzzy', 'fuzzy2', 'fuzzy3'),
	})
	.map(({ wanted, names, kind }): Part => {
		const [text, test] = {
			prefix: [`${wanted.slice(0, 3)}*`, (each: string) => each.startsWith(wanted.slice(0, 3))] as const,
			suffix: [`*${wanted.slice(-2)}`, (each: string) => each.endsWith(wanted.slice(-2))] as const,
			infix: [`*${wanted.slice(1, 3)}*`, (each: string) => each.includes(wanted.slice(1, 3))] as const,
			wildcard: [
				`w'?${wanted.slice(1, 3)}*'`,
				(each: string) => each.startsWith(wanted.slice(1, 3), 1),
			] as const,
			fuzzy: [`%${wanted}%`, (each: string) => isNear(each, wanted, 1)] as const,
			fuzzy2: [`%%${wanted}%%`, (each: string) => isNear(each, wanted, 2)] as const,
			fuzzy3: [`%%%${wanted}%%%`, (each: string) => isNear(each, wanted, 3)] as const,
		}[kind];
		/** The first of the terms that a document has counts. */
		const first = (index: NaiveIndex, doc: Doc) =>
			index
				.terms(doc)
				.filter((each) => test(each) && index.has(doc, each, names))
				.sort()[0];
		return {
			text: `@${names.join('|')}:(${text})`,
			matches: (index, doc) => first(index, doc) !== undefined,
			worth: (index, doc) => index.worth(doc, first(index, doc)!),
			places: (index, doc) => index.positions(doc, first(index, doc)!),
			size: (index) =>
				[...new Set(index.docs.flatMap(([, doc]) => index.terms(doc)))]
					.filter(test)
					.reduce((sum, each) => sum + index.among(each), 0),
		};
	});

/** Each word at the next place of the one before, or at the same, which makes up for a word between others. */
const follows = ([first, ...others]: readonly number[][]): boolean =>
	first!.some((start) => {
		let [last, between] = [start, 0];
		return others.every((places) => {
			const next = places.find((place) => place >= last) ?? Number.POSITIVE_INFINITY;
			between += next - last - 1;
			last = next;
			return between <= 0;
		});
	});
const phrase = fc
	.record({
		words: fc.array(word, { minLength: 2, maxLength: 3 }),
		names: fc.subarray(NAMES, { minLength: 1 }),
	})
	.map(({ words, names }): Part => {
		const parts = words.map((each) => exactly(each, names));
		return { ...all(`@${names.join('|')}:("${words.join(' ')}")`, parts, follows), parts: () => parts };
	});
/** Two different words, in whatever order, with at most so many among them. */
const near = fc
	.record({
		words: fc.uniqueArray(word, { minLength: 2, maxLength: 2 }),
		slop: fc.integer({ min: 0, max: 3 }),
	})
	.map(({ words, slop }): Part => {
		const parts = words.map((each) => exactly(each, NAMES));
		const together = all(
			`(${words.map((each) => `"${each}"`).join(' ')})=>{$slop: ${slop}}`,
			parts,
			([a, b]) => a!.some((x) => b!.some((y) => x !== y && Math.abs(x - y) - 1 <= slop)),
		);
		return { ...together, parts: () => parts };
	});

/** Any query that is not too deep. */
export const query = fc.letrec<{ part: Part; leaf: Part }>((tie) => ({
	leaf: fc.oneof(tag, available, range, term, term, term, expanded, phrase, near),
	part: fc.oneof(
		{ maxDepth: 2 },
		tie('leaf'),
		// In parentheses each, so that none goes on with the one before.
		fc.array(tie('part'), { minLength: 2, maxLength: 3 }).map((parts) => {
			const list = ['@title|body|motto:(-nothing)', ...parts.map(({ text }) => text)];
			return all(`(${list.join(' ')})`, [NOT_NOTHING, ...parts]);
		}),
		fc.array(tie('part'), { minLength: 2, maxLength: 3 }).map((parts) => {
			const list = ['@title|body|motto:(nothing)', ...parts.map(({ text }) => text)];
			return any(`(${list.join(' | ')})`, parts);
		}),
		tie('part').map(
			(part): Part => ({
				text: `-(${part.text})`,
				matches: (index, doc) => !part.matches(index, doc),
				worth: () => 0,
			}),
		),
		tie('part').map(
			(part): Part => ({
				text: `~(${part.text})`,
				matches: () => true,
				worth: (index, doc) => (part.matches(index, doc) ? part.worth(index, doc) : 0),
				places: (index, doc) => (part.matches(index, doc) ? part.places?.(index, doc) : undefined),
			}),
		),
	),
})).part;

/** Begins lists: a list goes on with the one that it begins with. */
const NOT_NOTHING: Part = { text: '', matches: () => true, worth: () => 0 };

/** As RediSearch sees it: one character more may follow what is near, if something near may begin with that. */
function isNear(term: string, word: string, distance: number): boolean {
	const near = (a: string, b: string) => levenshtein(a, b) <= distance;
	const beginnings = Array.from({ length: word.length + 1 }, (_, i) => word.slice(0, i));
	return near(term, word) || (near(term.slice(0, -1), word) && beginnings.some((each) => near(term, each)));
}

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
