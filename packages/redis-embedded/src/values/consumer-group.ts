import type { IdList } from './id-list.ts';
import type { StreamId } from './stream-id.ts';

/** An entry delivered and not yet acknowledged. */
export interface Pending {
	readonly id: StreamId;
	consumer: Consumer;
	/** Epoch milliseconds. */
	deliveredAt: number;
	count: number;
}

/** As Redis lists groups and consumers: by their names. */
export const byName = <T extends { readonly name: string }>(items: ReadonlyMap<string, T>): T[] =>
	[...items.values()].sort((a, b) => (a.name < b.name ? -1 : 1));

export interface Consumer {
	readonly name: string;
	/** When it last asked, and when it last got something (-1: never); epoch milliseconds. */
	seenAt: number;
	activeAt: number;
	readonly pending: IdList<Pending>;
}

export interface ConsumerGroup {
	readonly name: string;
	last: StreamId;
	/** How many entries the group has read, or null when that cannot be known. */
	read: number | null;
	readonly pending: IdList<Pending>;
	readonly consumers: Map<string, Consumer>;
}
