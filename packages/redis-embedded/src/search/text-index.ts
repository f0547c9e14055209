import type { Json } from '../values/json.ts';
import type { Definition, Field } from './definition.ts';
import { enlarged } from './growing-array.ts';
import { Posting } from './posting.ts';
import { Terms } from './terms.ts';
import { stemmer, tokenize } from './tokenize.ts';

/** Between the values of a list, so that no phrase spans two. */
const VALUE_GAP = 100;

/** The inverted index of one text field. */
export class TextIndex {
	readonly field: Field;
	readonly words = new Terms();
	/** Of words that differ from their stems, after a `+`. */
	readonly stems = new Terms();
	private readonly stopWords: ReadonlySet<string>;
	private readonly stemOf: (word: string) => string;
	/** By slot: the texts, how many words they have, and how often the most frequent one occurs. */
	private readonly texts: (readonly Json[] | string | undefined)[] = [];
	private lengths = new Uint32Array(0);
	private frequencies = new Uint32Array(0);

	constructor(field: Field, { stopWords, language }: Definition) {
		this.field = field;
		this.stopWords = stopWords;
		this.stemOf = field.stems ? stemmer(language) : (word) => word;
	}

	/** How many terms there are. */
	get size(): number {
		return this.words.size + this.stems.size;
	}
	/** How many words a document has. */
	lengthOf(slot: number): number {
		return this.lengths[slot] ?? 0;
	}
	/** How often its most frequent word occurs, times the field's weight. */
	maxFrequencyOf(slot: number): number {
		return (this.frequencies[slot] ?? 0) * this.field.weight;
	}

	/** Takes the texts that a document has now. */
	update(slot: number, values: readonly Json[]): void {
		const before = this.texts[slot];
		const texts = values.length > 1 ? values : (values[0] as string | undefined);
		if (typeof before !== 'object' && before === texts) return;
		if (before !== undefined) this.remove(slot, typeof before === 'string' ? [before] : before);
		while (this.texts.length < slot) this.texts.push(undefined);
		this.texts[slot] = texts;
		this.lengths = enlarged(this.lengths, slot + 1);
		this.frequencies = enlarged(this.frequencies, slot + 1);
		this.add(slot, values);
	}

	/** Where a word stands in a document that has it. */
	positionsOf(posting: Posting, slot: number): readonly number[] {
		const only = posting.position(slot);
		if (only !== undefined) return [only];
		// Few queries ask for it, and it is too much to keep.
		const found: number[] = [];
		const texts = this.texts[slot]!;
		this.read(typeof texts === 'string' ? [texts] : texts, (word, position) => {
			if (word === posting.term) found.push(position);
		});
		return found;
	}

	private add(slot: number, values: readonly Json[]): void {
		let [length, most] = [0, 0];
		this.read(values, (word, position) => {
			const posting = this.words.get(word) ?? this.learn(word);
			const frequency = posting.add(slot, position);
			if (frequency > most) most = frequency;
			posting.stem?.add(slot, position);
			length++;
		});
		this.lengths[slot] = length;
		this.frequencies[slot] = most;
	}

	private read(values: readonly Json[], visit: (word: string, position: number) => void): void {
		let position = 0;
		for (const value of values) {
			for (const word of tokenize(value as string)) if (!this.stopWords.has(word)) visit(word, ++position);
			position += VALUE_GAP;
		}
	}

	private learn(word: string): Posting {
		const stemmed = this.stemOf(word);
		if (stemmed === word) return this.words.add(new Posting(word));
		const term = `+${stemmed}`;
		const stem = this.stems.get(term) ?? this.stems.add(new Posting(term));
		return this.words.add(new Posting(word, stem));
	}

	private remove(slot: number, values: readonly Json[]): void {
		for (const word of new Set(values.flatMap((value) => tokenize(value as string)))) {
			const posting = this.words.get(word);
			if (posting === undefined) continue;
			posting.remove(slot);
			posting.stem?.remove(slot);
			if (posting.size > 0) continue;
			this.words.delete(posting);
			if (posting.stem?.size === 0) this.stems.delete(posting.stem);
		}
	}
}
