import type { Json } from '../../values/json.ts';
import { DocumentSet } from './document-set.ts';
import type { DocumentTable } from './document-table.ts';
import type { Shape } from './field-values.ts';
import { NumberRows } from './number-rows.ts';
import { split } from './split.ts';

/**
 * How often the parts of one field occur in documents, as `split(@field, separator)` parts them: a tag that a document
 * has twice counts twice.
 */
export class TagCounts {
	readonly separator: string;
	/** Documents that hold one text: what a row shows of any other is not counted here. */
	readonly regular = new DocumentSet();
	/** Documents that have any part. */
	readonly tagged = new DocumentSet();
	private readonly rows = new NumberRows();
	private readonly ids = new Map<string, number>();
	private readonly names: string[] = [];
	private readonly free: number[] = [];
	/** By number of the tag, over all documents. */
	private readonly totals: number[] = [];

	constructor(separator: string) {
		this.separator = separator;
	}

	update(slot: number, values: readonly Json[], shape: Shape): void {
		const [value] = values;
		const text = shape === 'plain' && typeof value === 'string' ? value : undefined;
		if (text === undefined) this.regular.delete(slot);
		else this.regular.add(slot);
		const ids = text === undefined ? [] : split(text, this.separator).map((tag) => this.take(tag));
		if (ids.length > 0) this.tagged.add(slot);
		else this.tagged.delete(slot);
		for (const id of this.rows.get(slot)) this.release(id);
		this.rows.set(slot, ids);
	}

	/** The tags of some documents, all of which are regular, with how often they occur. */
	count(set: DocumentSet, documents: DocumentTable): { tag: string; count: number }[] {
		const rest = documents.live.copy().subtract(set).intersect(this.regular);
		// Whatever is the smaller part of all documents is counted.
		const outside = rest.size < set.size;
		const counted = this.rows.count(outside ? rest : set, this.names.length);
		rest.release();
		const found: { tag: string; count: number }[] = [];
		for (let id = 0; id < counted.length; id++) {
			const count = outside ? this.totals[id]! - counted[id]! : counted[id]!;
			if (count > 0) found.push({ tag: this.names[id]!, count });
		}
		return found;
	}

	private take(tag: string): number {
		let id = this.ids.get(tag);
		if (id === undefined) {
			id = this.free.pop() ?? this.names.length;
			this.ids.set(tag, id);
			this.names[id] = tag;
			this.totals[id] = 0;
		}
		this.totals[id]!++;
		return id;
	}
	private release(id: number): void {
		if (--this.totals[id]! > 0) return;
		this.ids.delete(this.names[id]!);
		this.free.push(id);
	}
}
