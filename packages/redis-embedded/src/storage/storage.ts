import type { Keyspace } from '../engine/keyspace.ts';
import type { SearchIndexes } from '../search/search-indexes.ts';

/** A folder that cannot be used, and what to do about it in a line. */
export class StorageError extends Error {}

/** Where committed data is kept. */
export interface Storage {
	/** Fills the keyspace and the definitions of the indexes with what was committed. */
	load(db: Keyspace, search: SearchIndexes): void;
	/** Commits every change, whole or not at all, and settles them in memory; throws when it cannot. */
	commit(db: Keyspace, search: SearchIndexes): void;
	/** Puts what has changed back to what is committed. */
	revert(db: Keyspace, search: SearchIndexes): void;
	/** Throws while a commit would fail. */
	probe(): void;
	close(): void;
}

/** Keeps nothing: the data lives as long as the process. */
export class MemoryStorage implements Storage {
	load(): void {}
	commit(db: Keyspace): void {
		for (const entry of db.changed) entry.value.changed.length = 0;
		db.settle();
	}
	revert(): void {}
	probe(): void {}
	close(): void {}
}
