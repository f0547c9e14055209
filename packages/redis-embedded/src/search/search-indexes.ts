import type { Keyspace } from '../engine/keyspace.ts';
import { RedisError, toText } from '../protocol/reply.ts';
import type { Definition } from './definition.ts';
import { SearchIndex } from './search-index.ts';

/** All indexes, kept current with the keys. */
export class SearchIndexes {
	readonly indexes = new Map<string, SearchIndex>();
	/** Definitions were added or removed since the last commit. */
	changed = false;
	private readonly db: Keyspace;
	private readonly stale = new Set<string>();

	constructor(db: Keyspace) {
		this.db = db;
	}

	/** The index of that name, current. */
	get(name: string): SearchIndex {
		const index = this.indexes.get(name);
		if (index === undefined) throw new RedisError(`${toText(name)}: no such index`);
		this.db.expireDue(Number.POSITIVE_INFINITY);
		this.refresh();
		return index;
	}

	create(definition: Definition): void {
		if (this.indexes.has(definition.name)) throw new RedisError('Index already exists');
		this.make(definition);
		this.changed = true;
		this.db.dirty = true;
	}

	drop(name: string): void {
		this.indexes.delete(name);
		this.changed = true;
		this.db.dirty = true;
	}

	/** Remembers that a key changed; what it holds is looked at before the next search or commit. */
	touch(key: string): void {
		if (this.indexes.size > 0) this.stale.add(key);
	}

	refresh(): void {
		if (this.stale.size === 0) return;
		for (const key of this.stale) {
			const value = this.db.entries.get(key)?.value;
			for (const index of this.indexes.values()) if (index.covers(key)) index.update(key, value);
		}
		this.stale.clear();
	}

	/** Builds every index anew from definitions. */
	rebuild(definitions: Iterable<Definition>): void {
		this.indexes.clear();
		this.stale.clear();
		for (const definition of definitions) this.make(definition);
		this.changed = false;
	}

	private make(definition: Definition): void {
		const index = new SearchIndex(definition);
		this.indexes.set(definition.name, index);
		index.fill(this.db.entries.values());
	}
}
