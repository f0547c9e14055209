import type { Json } from '../values/json.ts';
import type { Definition, Field } from './definition.ts';
import { enlarged } from './growing-array.ts';
import { ALL_FIELDS, bitOf, Occurrences, worth } from './occurrences.ts';
import { Posting } from './posting.ts';
import { Terms } from './terms.ts';
import { stemmer, tokenize } from './tokenize.ts';

/** Between the values of a list, so that no phrase spans two. */
const VALUE_GAP = 100;

type Text = readonly Json[] | Json | undefined;

/** The inverted index of all text fields: a document is one sequence of words, field after field. */
export class TextIndex {
	/** Words, and after a `+` the stems of those that differ from them. */
	readonly terms = new Terms();
	/** By slot: how many words a document has, and how often its most frequent term occurs, by the weights of fields. */
	lengths = new Uint32Array(0);
	maxFrequencies = new Uint32Array(0);
	/** Words of all documents. */
	totalLength = 0;
	readonly stemOf: (word: string) => string;
	/** The fields whose words are stemmed, as bits. */
	readonly stemming: number;
	private readonly fields: readonly Field[];
	private readonly stopWords: ReadonlySet<string>;
	private readonly occurrences: Occurrences;
	/** By slot: of each field one text or a list. */
	private readonly texts: (readonly Text[] | undefined)[] = [];

	constructor(fields: readonly Field[], { stopWords, language }: Definition) {
		this.fields = fields;
		this.stopWords = stopWords;
		this.stemOf = stemmer(language);
		this.stemming = fields.reduce((bits, { stems }, i) => (stems ? bits | bitOf(i) : bits), 0);
		this.occurrences = new Occurrences(fields.map(({ weight }) => weight));
	}

	/** The text fields of these names, as bits; all of them if none is named. */
	bitsOf(names: readonly string[] | undefined): number {
		if (names === undefined) return ALL_FIELDS;
		return this.fields.reduce((bits, { name }, i) => (names.includes(name) ? bits | bitOf(i) : bits), 0);
	}

	/** Takes the texts that a document has now, field by field. */
	update(slot: number, found: readonly (readonly Json[])[]): void {
		const before = this.texts[slot];
		const now = found.some(({ length }) => length > 0)
			? found.map((values) => (values.length > 1 ? values : values[0]))
			: undefined;
		if (now === before || now?.every((text, i) => typeof text !== 'object' && text === before?.[i])) return;
		if (before) this.remove(slot, before);
		while (this.texts.length < slot) this.texts.push(undefined);
		this.texts[slot] = now;
		this.lengths = enlarged(this.lengths, slot + 1);
		this.maxFrequencies = enlarged(this.maxFrequencies, slot + 1);
		this.totalLength -= this.lengths[slot]!;
		this.lengths[slot] = 0;
		this.maxFrequencies[slot] = 0;
		if (now) this.add(slot, now);
	}

	/** Where a term stands in a document that has it. */
	positionsOf(posting: Posting, slot: number): readonly number[] {
		const only = posting.position(slot);
		if (only > 0) return [only];
		// Few queries ask for it, and it is too much to keep.
		const found: number[] = [];
		this.read(this.texts[slot]!, (word, position, field) => {
			const known = this.terms.get(word);
			if (known === posting || (known?.stem === posting && this.fields[field]!.stems)) found.push(position);
		});
		return found;
	}

	private add(slot: number, texts: readonly Text[]): void {
		const { occurrences } = this;
		let [length, most] = [0, 0];
		this.read(texts, (word, position, field) => {
			const posting = this.terms.get(word) ?? this.learn(word);
			most = Math.max(most, posting.add(slot, occurrences.once(field, position, false)));
			if (posting.stem && this.fields[field]!.stems)
				most = Math.max(most, posting.stem.add(slot, occurrences.once(field, position, true)));
			length += worth(this.fields[field]!.weight);
		});
		this.lengths[slot] = length;
		this.maxFrequencies[slot] = most;
		this.totalLength += length;
	}

	private read(texts: readonly Text[], visit: (word: string, position: number, field: number) => void): void {
		let position = 0;
		for (let field = 0; field < texts.length; field++) {
			const text = texts[field];
			if (text === undefined) continue;
			const values = Array.isArray(text) ? text : [text];
			for (let i = 0; i < values.length; i++) {
				if (i > 0) position += VALUE_GAP;
				for (const word of tokenize(values[i] as string))
					if (!this.stopWords.has(word)) visit(word, ++position, field);
			}
		}
	}

	private learn(word: string): Posting {
		const stemmed = this.stemOf(word);
		if (stemmed === word) return this.terms.add(new Posting(word, this.occurrences));
		const stem = this.terms.get(`+${stemmed}`) ?? this.terms.add(new Posting(`+${stemmed}`, this.occurrences));
		return this.terms.add(new Posting(word, this.occurrences, stem));
	}

	private remove(slot: number, texts: readonly Text[]): void {
		const gone = new Set<Posting>();
		this.read(texts, (word) => {
			const posting = this.terms.get(word);
			if (posting) gone.add(posting);
		});
		for (const posting of gone) {
			posting.remove(slot);
			posting.stem?.remove(slot);
			if (posting.size > 0) continue;
			this.terms.delete(posting);
			if (posting.stem?.size === 0) this.terms.delete(posting.stem);
		}
	}
}
