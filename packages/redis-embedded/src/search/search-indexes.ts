import type { Entry, Keyspace } from '../engine/keyspace.ts';
import { RedisError } from '../protocol/reply.ts';
import type { Definition } from './definition.ts';
import { SearchIndex } from './search-index.ts';

/** So many documents are not worth indexing anew for. */
const MANY = 1000;

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
		if (!this.indexes.has(name)) throw new RedisError(`${name}: no such index`);
		this.db.expireDue(Number.POSITIVE_INFINITY);
		this.refresh();
		// It may be another one by now.
		const index = this.indexes.get(name)!;
		index.usage.count++;
		return index;
	}

	create(definition: Definition): void {
		if (this.indexes.has(definition.name)) throw new RedisError('Index already exists');
		this.refresh();
		this.replace(definition, definition.skipsScan ? [] : undefined);
	}

	/** Makes an index anew, as it is now declared. */
	replace(definition: Definition, entries?: Iterable<Entry>): void {
		const before = this.indexes.get(definition.name);
		const index = this.make(definition, entries);
		if (before) index.usage = before.usage;
		this.changed = true;
		this.db.dirty = true;
	}

	drop(name: string): void {
		this.indexes.delete(name);
		this.changed = true;
		this.db.dirty = true;
	}

	clear(): void {
		if (this.indexes.size > 0) this.changed = true;
		this.indexes.clear();
		this.stale.clear();
	}

	/** Remembers that a key changed; what it holds is looked at before the next search or commit. */
	touch(key: string): void {
		if (this.indexes.size === 0) return;
		// What is written again comes last.
		this.stale.delete(key);
		this.stale.add(key);
	}

	refresh(): void {
		if (this.stale.size === 0) return;
		for (const index of this.indexes.values()) if (this.mostIsGone(index)) this.renew(index);
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

	private mostIsGone({ documents }: SearchIndex): boolean {
		if (this.stale.size < Math.max(MANY, documents.size / 2)) return false;
		let gone = 0;
		for (const key of this.stale)
			if (documents.slotOf(key) !== undefined && !this.db.entries.has(key)) gone++;
		return gone >= Math.max(MANY, documents.size / 2);
	}

	/** Indexes what has not changed anew, which costs less than taking out the rest. */
	private renew(index: SearchIndex): void {
		const renewed = new SearchIndex(index.definition);
		renewed.failures = index.failures;
		renewed.usage = index.usage;
		renewed.documents.lastNumber = index.documents.lastNumber;
		const kept = index.documents.names().filter((key) => !this.stale.has(key));
		renewed.fill(kept.flatMap((key) => this.db.entries.get(key) ?? []));
		this.indexes.set(index.definition.name, renewed);
	}

	private make(definition: Definition, entries: Iterable<Entry> = this.db.entries.values()): SearchIndex {
		const index = new SearchIndex(definition);
		index.fill(entries);
		this.indexes.set(definition.name, index);
		return index;
	}
}
