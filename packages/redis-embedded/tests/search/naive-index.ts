import { stemmer } from '../../src/search/fields/tokenize.ts';
import type { Json } from '../../src/values/json.ts';

export type Doc = { readonly [name: string]: Json };

/** The schema that random documents are searched by. */
export const SCHEMA = [
	...['$.available', 'AS', 'available', 'TAG'],
	...['$.tagList', 'AS', 'tagList', 'TAG', 'SEPARATOR', ',', 'CASESENSITIVE'],
	...['$.labels[*]', 'AS', 'labels', 'TAG'],
	...['$.price', 'AS', 'price', 'NUMERIC'],
	...['$.downloads', 'AS', 'downloads', 'NUMERIC', 'SORTABLE'],
	...['$.sizes[*]', 'AS', 'sizes', 'NUMERIC'],
	...['$.nameKey', 'AS', 'nameKey', 'TEXT', 'SORTABLE', 'NOINDEX'],
	...['$.title', 'AS', 'title', 'TEXT', 'WEIGHT', '6'],
	...['$.body', 'AS', 'body', 'TEXT'],
	...['$.motto', 'AS', 'motto', 'TEXT', 'NOSTEM'],
];
/** The text fields in the order of the schema: what a word in them counts, and a stem. */
export const TEXTS = {
	title: { word: 6, stem: 1 },
	body: { word: 1, stem: 1 },
	motto: { word: 1, stem: 0 },
} as const;
export type TextName = keyof typeof TEXTS;
export const NAMES = Object.keys(TEXTS) as TextName[];
const VALUE_GAP = 99;

const isTag = (value: Json) => typeof value === 'boolean' || typeof value === 'string';
const isNumber = (value: Json) => typeof value === 'number';
const isText = (value: Json) => typeof value === 'string';
const TYPES: Record<string, (value: Json) => boolean> = {
	...{ available: isTag, tagList: isTag, labels: isTag },
	...{ price: isNumber, downloads: isNumber, sizes: isNumber },
	...{ nameKey: isText, title: isText, body: isText, motto: isText },
};
export const stemOf = stemmer('english');

/** A term of a document: a word, or a stem after a `+`. */
interface Token {
	readonly term: string;
	readonly name: TextName;
	readonly position: number;
}

/** An index without any index: each question looks at every document. */
export class NaiveIndex {
	/** In the order in which they were written last. */
	readonly written = new Map<string, Doc>();

	set(key: string, doc: Doc | undefined): void {
		this.written.delete(key);
		if (doc !== undefined) this.written.set(key, doc);
	}
	/** Takes the keys in the order in which an index that is made now finds them. */
	reindex(keys: Iterable<string>): void {
		for (const key of keys) this.set(key, this.written.get(key));
	}
	/** Documents that fit the schema, in the order of their last writing. */
	get docs(): [key: string, doc: Doc][] {
		return [...this.written].filter(([, doc]) =>
			Object.entries(TYPES).every(([name, fits]) => values(doc, name).every(fits)),
		);
	}

	tags(doc: Doc, name: string): string[] {
		const parts = values(doc, name).flatMap((value) =>
			name === 'tagList' ? String(value).split(',') : [String(value)],
		);
		return parts
			.map((part) => (name === 'tagList' ? part : part.toLowerCase()).trim())
			.filter((tag) => tag !== '');
	}

	/** Everything that stands in a document's texts. */
	tokens(doc: Doc): Token[] {
		const found: Token[] = [];
		let position = 0;
		for (const name of NAMES) {
			for (const [i, value] of values(doc, name).entries()) {
				if (i > 0) position += VALUE_GAP;
				for (const word of String(value).split(' ').filter(Boolean)) {
					found.push({ term: word, name, position: ++position });
					const stem = stemOf(word);
					if (TEXTS[name].stem > 0 && stem !== word) found.push({ term: `+${stem}`, name, position });
				}
			}
		}
		return found;
	}
	terms(doc: Doc): string[] {
		return [...new Set(this.tokens(doc).map(({ term }) => term))];
	}
	has(doc: Doc, term: string, names: readonly TextName[]): boolean {
		return this.tokens(doc).some((token) => token.term === term && names.includes(token.name));
	}
	positions(doc: Doc, term: string): number[] {
		return this.tokens(doc).flatMap((token) => (token.term === term ? [token.position] : []));
	}
	/** In how many documents a term is, in whatever field. */
	among(term: string): number {
		return this.docs.filter(([, doc]) => this.positions(doc, term).length > 0).length;
	}
	/** What a term is worth in a document that has it, by TFIDF. */
	worth(doc: Doc, term: string): number {
		return frequency(this.tokens(doc), term) * this.rarity(this.among(term));
	}
	rarity(among: number): number {
		return Math.floor(Math.log2(1 + (this.docs.length + 1) / among));
	}
	maxFrequency(doc: Doc): number {
		const tokens = this.tokens(doc);
		return Math.max(0, ...tokens.map(({ term }) => frequency(tokens, term)));
	}
}

const frequency = (tokens: readonly Token[], term: string): number =>
	tokens
		.filter((token) => token.term === term)
		.reduce((sum, { name }) => sum + TEXTS[name][term.startsWith('+') ? 'stem' : 'word'], 0);

/** All values of a field, also of lists. */
export function values(doc: Doc, name: string): Json[] {
	const inList = name === 'labels' || name === 'sizes';
	const value = doc[name] ?? null;
	if (inList) return Array.isArray(value) ? value.flat().filter((each) => each !== null) : [];
	return [value].flat().filter((each) => each !== null);
}
