import type { Json } from '../../values/json.ts';
import type { Field } from '../definition.ts';
import { affixTest } from '../query/affix.ts';
import type { TagPattern } from '../query/query.ts';
import { DocumentSet } from './document-set.ts';
import type { Shape } from './field-values.ts';
import { TagCounts } from './tag-counts.ts';
import { TagDocuments } from './tag-documents.ts';

/** The documents of each tag of one field. */
export class TagIndex {
	/** Set where `split(@field, 'separator')` can be counted without looking at documents. */
	readonly counts: TagCounts | undefined;
	private readonly field: Field;
	private readonly tags = new Map<string, TagDocuments>();
	/** By slot. */
	private readonly values: (readonly Json[] | Json | undefined)[] = [];

	constructor(field: Field) {
		this.field = field;
		if (field.caseSensitive && field.separator !== '') this.counts = new TagCounts(field.separator);
	}

	get keepsEmpty(): boolean {
		return this.field.marks.includes('INDEXEMPTY');
	}
	names(): string[] {
		return [...this.tags.keys()];
	}

	/** How many pairs there are of a tag and a document. */
	get records(): number {
		return this.tags.values().reduce((sum, { size }) => sum + size, 0);
	}

	/** Takes the values that a document has now. */
	update(slot: number, values: readonly Json[], shape: Shape): void {
		const before = this.values[slot];
		const now = shape === 'plain' ? values[0] : shape === 'list' ? values : undefined;
		if (typeof before !== 'object' && before === now) return;
		if (before !== undefined) {
			for (const tag of this.split(Array.isArray(before) ? before : [before as Json])) this.remove(slot, tag);
		}
		while (this.values.length < slot) this.values.push(undefined);
		this.values[slot] = now;
		for (const tag of this.split(values)) this.add(slot, tag);
		this.counts?.update(slot, values, shape);
	}

	/** The documents of the tags that a pattern means; not to be changed, and to be released. */
	find({ type, text }: TagPattern): DocumentSet {
		const wanted = this.fold(text);
		if (type === 'exact') return this.tags.get(wanted)?.documents ?? new DocumentSet();
		const found = DocumentSet.borrow();
		const test = affixTest({ type, text: wanted });
		if (test) for (const [tag, documents] of this.tags) if (test(tag)) documents.addTo(found);
		return found;
	}

	/** The tags that values hold, as they are compared. */
	private split(values: readonly Json[]): string[] {
		const { separator } = this.field;
		return values
			.flatMap((value) => (separator === '' ? [String(value)] : String(value).split(separator)))
			.map((part) => this.fold(part.trim()))
			.filter((tag) => tag !== '' || this.keepsEmpty);
	}
	private fold(tag: string): string {
		return this.field.caseSensitive ? tag : tag.toLowerCase();
	}
	private add(slot: number, tag: string): void {
		let documents = this.tags.get(tag);
		if (documents === undefined) {
			documents = new TagDocuments();
			this.tags.set(tag, documents);
		}
		documents.add(slot);
	}
	private remove(slot: number, tag: string): void {
		const documents = this.tags.get(tag);
		documents?.remove(slot);
		if (documents?.size === 0) this.tags.delete(tag);
	}
}
