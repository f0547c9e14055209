import type { Field } from './definition.ts';
import type { TagPattern } from './query.ts';

/** The documents of each tag of one field. */
export class TagIndex {
	readonly documents = new Map<string, Set<number>>();
	private readonly field: Field;

	constructor(field: Field) {
		this.field = field;
	}

	/** The tags that a value holds, as they are compared. */
	split(value: string): string[] {
		const parts = this.field.separator === '' ? [value] : value.split(this.field.separator);
		return parts.map((part) => this.fold(part.trim())).filter((tag) => tag !== '');
	}
	add(document: number, tag: string): void {
		const documents = this.documents.get(tag);
		if (documents) documents.add(document);
		else this.documents.set(tag, new Set([document]));
	}
	remove(document: number, tag: string): void {
		const documents = this.documents.get(tag);
		documents?.delete(document);
		if (documents?.size === 0) this.documents.delete(tag);
	}
	find({ kind, text }: TagPattern): Set<number>[] {
		const wanted = this.fold(text);
		if (kind === 'exact') return [this.documents.get(wanted) ?? []].filter((found) => found instanceof Set);
		if (wanted.length < 2) return [];
		const found: Set<number>[] = [];
		for (const [tag, documents] of this.documents) {
			const fits =
				kind === 'prefix'
					? tag.startsWith(wanted)
					: kind === 'suffix'
						? tag.endsWith(wanted)
						: tag.includes(wanted);
			if (fits) found.push(documents);
		}
		return found;
	}
	private fold(tag: string): string {
		return this.field.caseSensitive ? tag : tag.toLowerCase();
	}
}
