import type { Json } from '../../values/json.ts';
import type { Definition, Field } from '../definition.ts';
import { enlarged } from './growing-array.ts';
import { NumberRows } from './number-rows.ts';
import { ALL_FIELDS, bitOf, Occurrences } from './occurrences.ts';
import { Posting } from './posting.ts';
import { Terms } from './terms.ts';
import { stemmer, tokenize } from './tokenize.ts';

/** So many words might stand between the values of a list, so that no phrase spans two. */
const VALUE_GAP = 99;
const STEM_WORTH = 0.2;
/** Shorter words are found by themselves alone. */
const MIN_STEMMED_BYTES = 4;

/** A word of a field with that weight counts as so many. */
const worthOf = (weight: number): number => Math.max(1, Math.trunc(weight));

/** What stands between the words of a sequence. */
const NEXT_VALUE = 0;
const NEXT_FIELD = 1;
const isWord = (number: number): boolean => number > NEXT_FIELD;

/** A text field with what a word and a stem that stand in it occur as. */
interface TextField {
	readonly name: string;
	readonly stems: boolean;
	readonly worth: number;
	readonly word: number;
	readonly stem: number;
	/** Whether its values come in no order that could be relied on. */
	readonly unordered: boolean;
	/** Whether it is found by having no word at all. */
	readonly keepsEmpty: boolean;
}

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
	/** The fields whose words are kept by their ends as well, as bits. */
	readonly suffixed: number;
	/** Whether it counts where words stand. */
	readonly hasOffsets: boolean;
	private readonly knowsFields: boolean;
	private readonly fields: readonly TextField[];
	private readonly stopWords: ReadonlySet<string>;
	private readonly occurrences = new Occurrences();
	/** The words of each document in turn: twice their numbers, one more where their stems count; and what parts them. */
	readonly sequences = new NumberRows();
	/** By number. */
	private readonly known: (Posting | undefined)[] = [undefined];
	private readonly free: number[] = [];

	constructor(fields: readonly Field[], { stopWords, language, options }: Definition) {
		const bitsWhere = (test: (field: Field) => boolean) =>
			fields.reduce((bits, field, i) => (test(field) ? bits | bitOf(i) : bits), 0);
		this.stopWords = stopWords;
		this.stemOf = stemmer(language);
		this.stemming = bitsWhere(({ stems }) => stems);
		this.suffixed = bitsWhere(({ marks }) => marks.includes('WITHSUFFIXTRIE'));
		this.hasOffsets = !options.includes('NOOFFSETS');
		this.knowsFields = !options.includes('NOFIELDS');
		this.fields = fields.map(({ name, stems, weight, path, marks }, i) => ({
			...{ name, stems, worth: worthOf(weight) },
			unordered: path?.isStatic === false && this.hasOffsets,
			keepsEmpty: marks.includes('INDEXEMPTY'),
			word: this.occurrences.of(bitOf(i), worthOf(weight)),
			stem: this.occurrences.of(bitOf(i), worthOf(weight * STEM_WORTH)),
		}));
	}

	/** The text fields of these names, as bits; all of them if none is named, or where it makes no difference. */
	bitsOf(names: readonly string[] = []): number {
		if (names.length === 0 || !this.knowsFields) return ALL_FIELDS;
		return this.fields.reduce((bits, { name }, i) => (names.includes(name) ? bits | bitOf(i) : bits), 0);
	}

	/** The first of these fields where nothing can be said of what stands near to what. */
	unordered(bits: number): string | undefined {
		return this.fields.find(({ unordered }, i) => unordered && (bits & bitOf(i)) !== 0)?.name;
	}

	/** Whether any of these fields can be found by an empty text, or none of them is a text. */
	keepsEmpty(bits: number): boolean {
		const found = this.fields.filter((_, i) => (bits & bitOf(i)) !== 0);
		return found.length === 0 || found.some(({ keepsEmpty }) => keepsEmpty);
	}

	/** Takes the texts that a document has now, field by field. */
	update(slot: number, found: readonly (readonly Json[])[]): void {
		this.lengths = enlarged(this.lengths, slot + 1);
		this.maxFrequencies = enlarged(this.maxFrequencies, slot + 1);
		const before = this.sequences.get(slot);
		const now = this.sequenceOf(found);
		if (now.length === before.length && now.every((number, i) => number === before[i])) return;
		const gone = this.wordsOf(before);
		for (const word of gone) {
			word.remove(slot);
			word.stem?.remove(slot);
		}
		this.totalLength -= this.lengths[slot]!;
		this.add(slot, now);
		for (const word of gone) this.forget(word);
	}

	/** Where a term stands in a document. */
	positionsOf(posting: Posting, slot: number): readonly number[] {
		const { known } = this;
		const sequence = this.sequences.get(slot);
		const found: number[] = [];
		let position = 0;
		for (let i = 0; i < sequence.length; i++) {
			const number = sequence[i]!;
			if (number === NEXT_FIELD) continue;
			position += number === NEXT_VALUE ? VALUE_GAP : 1;
			const word = known[number >>> 1];
			if (word !== undefined && (word === posting || (word.stem === posting && (number & 1) === 1)))
				found.push(position);
		}
		return found;
	}

	private wordsOf(sequence: Iterable<number>): Set<Posting> {
		const words = new Set<Posting>();
		for (const number of sequence) if (isWord(number)) words.add(this.known[number >>> 1]!);
		return words;
	}

	private sequenceOf(found: readonly (readonly Json[])[]): number[] {
		const sequence: number[] = [];
		for (let i = 0; i < found.length; i++) {
			if (i > 0) sequence.push(NEXT_FIELD);
			const { stems, keepsEmpty } = this.fields[i]!;
			const texts = found[i]!;
			for (let j = 0; j < texts.length; j++) {
				if (j > 0) sequence.push(NEXT_VALUE);
				const text = texts[j] as string;
				for (const word of text === '' && keepsEmpty ? [''] : tokenize(text)) {
					if (this.stopWords.has(word)) continue;
					const posting = this.terms.get(word) ?? this.learn(word);
					sequence.push(posting.id * 2 + Number(stems));
				}
			}
		}
		return sequence;
	}

	private add(slot: number, sequence: readonly number[]): void {
		let [length, most, field] = [0, 0, 0];
		for (const number of sequence) {
			if (number === NEXT_FIELD) field++;
			if (!isWord(number)) continue;
			const posting = this.known[number >>> 1]!;
			const { stems, worth, word, stem } = this.fields[field]!;
			most = Math.max(most, posting.add(slot, word));
			if (stems && posting.stem) most = Math.max(most, posting.stem.add(slot, stem));
			length += worth;
		}
		this.lengths[slot] = length;
		this.maxFrequencies[slot] = most;
		this.totalLength += length;
		this.sequences.set(slot, sequence);
	}

	private learn(word: string): Posting {
		const stems = this.stemming !== 0 && Buffer.byteLength(word) >= MIN_STEMMED_BYTES;
		const stem = stems ? this.stemOf(word) : word;
		if (stem === word) return this.make(word);
		return this.make(word, this.terms.get(`+${stem}`) ?? this.make(`+${stem}`));
	}
	private make(term: string, stem?: Posting): Posting {
		const id = this.free.pop() ?? this.known.length;
		const posting = this.terms.add(new Posting(term, this.occurrences, id, stem));
		this.known[id] = posting;
		if (stem) stem.words++;
		return posting;
	}

	/** Forgets a term that no document has, neither as a word nor as the stem of one. */
	private forget(posting: Posting): void {
		if (this.known[posting.id] !== posting || posting.size > 0 || posting.words > 0) return;
		this.terms.delete(posting);
		this.known[posting.id] = undefined;
		this.free.push(posting.id);
		const { stem } = posting;
		if (!stem) return;
		stem.words--;
		this.forget(stem);
	}
}
