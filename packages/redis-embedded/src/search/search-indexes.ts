import type { Keyspace } from '../engine/keyspace.ts';
export class SearchIndexes {
	readonly db: Keyspace;
	constructor(db: Keyspace) {
		this.db = db;
	}
	touch(_key: string): void {}
	rebuild(): void {}
	refresh(): void {}
}
