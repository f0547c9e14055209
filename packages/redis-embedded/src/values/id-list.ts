import { SortedList } from '../engine/sorted-list.ts';
import { compareIds, MAX_ID, type StreamId } from './stream-id.ts';

/** What has stream IDs, in their order. */
export class IdList<T extends { readonly id: StreamId }> extends SortedList<T> {
	constructor(most?: number) {
		super((a, b) => compareIds(a.id, b.id), most);
	}
	get(id: StreamId): T | undefined {
		// Nothing else is compared.
		return this.find({ id } as T);
	}
	*range(start: StreamId, end = MAX_ID): Generator<T> {
		for (const item of this.from((other) => compareIds(other.id, start) < 0)) {
			if (compareIds(item.id, end) > 0) return;
			yield item;
		}
	}
	*rangeBackwards(start: StreamId, end: StreamId): Generator<T> {
		for (const item of this.backwards((other) => compareIds(other.id, end) <= 0)) {
			if (compareIds(item.id, start) < 0) return;
			yield item;
		}
	}
}
