import { SortedList } from '../engine/sorted-list.ts';
import { compareIds, formatId, type StreamId } from './stream-id.ts';

/** An entry delivered and not yet acknowledged. */
export interface Pending {
	readonly id: StreamId;
	consumer: Consumer;
	/** Epoch milliseconds. */
	deliveredAt: number;
	count: number;
}

/** Pending entries by ID, in the order of their IDs. */
export class PendingList {
	private readonly byId = new Map<string, Pending>();
	private readonly order = new SortedList<Pending>((a, b) => compareIds(a.id, b.id));

	get size(): number {
		return this.order.size;
	}
	get(id: StreamId): Pending | undefined {
		return this.byId.get(formatId(id));
	}
	add(pending: Pending): void {
		this.byId.set(formatId(pending.id), pending);
		this.order.insert(pending);
	}
	remove(pending: Pending): void {
		this.byId.delete(formatId(pending.id));
		this.order.delete(pending);
	}
	from(start: StreamId): Generator<Pending> {
		return this.order.from((other) => compareIds(other.id, start) < 0);
	}
	first(): Pending | undefined {
		return this.order.first();
	}
	last(): Pending | undefined {
		return this.order.last();
	}
}

/** As Redis lists groups and consumers: by their names. */
export const byName = <T extends { readonly name: string }>(items: ReadonlyMap<string, T>): T[] =>
	[...items.values()].sort((a, b) => (a.name < b.name ? -1 : 1));

export interface Consumer {
	readonly name: string;
	/** When it last asked, and when it last got something (-1: never); epoch milliseconds. */
	seenAt: number;
	activeAt: number;
	readonly pending: PendingList;
}

export interface ConsumerGroup {
	readonly name: string;
	last: StreamId;
	/** How many entries the group has read, or null when that cannot be known. */
	read: number | null;
	readonly pending: PendingList;
	readonly consumers: Map<string, Consumer>;
}
