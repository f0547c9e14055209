import { stemmer } from '../../src/search/tokenize.ts';
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
];
export const TEXTS = { title: 6, body: 1 } as const;
export type TextName = keyof typeof TEXTS;

const TYPES: Record<string, (value: Json) => boolean> = {
	available: (value) => typeof value === 'boolean' || typeof value === 'string',
	tagList: (value) => typeof value === 'boolean' || typeof value === 'string',
	labels: (value) => typeof value === 'boolean' || typeof value === 'string',
	price: (value) => typeof value === 'number',
	downloads: (value) => typeof value === 'number',
	sizes: (value) => typeof value === 'number',
	nameKey: (value) => typeof value === 'string',
	title: (value) => typeof value === 'string',
	body: (value) => typeof value === 'string',
};
const stem = stemmer('english');

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
	words(doc: Doc, name: TextName): string[] {
		return this.texts(doc, name).flat();
	}
	/** The words of each value. */
	texts(doc: Doc, name: TextName): string[][] {
		return values(doc, name).map((value) =>
			String(value)
				.split(' ')
				.filter((word) => word !== ''),
		);
	}
	/** What a term (or a stem after a `+`) is worth in a document by TFIDF. */
	worth(doc: Doc, name: TextName, term: string): number {
		const frequency = this.frequency(doc, name, term);
		if (frequency === 0) return 0;
		const docs = this.docs;
		const among = docs.filter(([, each]) => this.frequency(each, name, term) > 0).length;
		return frequency * TEXTS[name] * Math.floor(Math.log2(1 + docs.length / among));
	}
	maxFrequency(doc: Doc): number {
		return Math.max(
			1e-9,
			...(Object.keys(TEXTS) as TextName[]).flatMap((name) =>
				this.words(doc, name).map((word) => this.frequency(doc, name, word) * TEXTS[name]),
			),
		);
	}
	frequency(doc: Doc, name: TextName, term: string): number {
		return this.words(doc, name).filter((word) =>
			term.startsWith('+') ? stem(word) !== word && `+${stem(word)}` === term : word === term,
		).length;
	}
}

/** All values of a field, also of lists. */
export function values(doc: Doc, name: string): Json[] {
	const inList = name === 'labels' || name === 'sizes';
	const value = doc[name] ?? null;
	if (inList) return Array.isArray(value) ? value.flat().filter((each) => each !== null) : [];
	return [value].flat().filter((each) => each !== null);
}

export const stemOf = stem;
