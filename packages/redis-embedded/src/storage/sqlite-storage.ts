import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Entry, Keyspace } from '../engine/keyspace.ts';
import { readDefinition } from '../search/definition.ts';
import type { SearchIndexes } from '../search/search-indexes.ts';
import { HashValue } from '../values/hash.ts';
import { JsonValue } from '../values/json.ts';
import { SetValue } from '../values/set.ts';
import { SortedSetValue } from '../values/sorted-set.ts';
import { StreamValue } from '../values/stream.ts';
import { StringValue } from '../values/string.ts';
import type { TypeName, Value } from '../values/value.ts';
import { explain, openDatabase, prepareStatements, type SqliteFailure, StorageError } from './sqlite.ts';
import type { Storage } from './storage.ts';

const CLASSES: Record<TypeName, new (head?: string) => Value> = {
	string: StringValue,
	hash: HashValue,
	set: SetValue,
	zset: SortedSetValue,
	stream: StreamValue,
	'ReJSON-RL': JsonValue,
};

interface KeyRow {
	readonly id: number;
	readonly name: string;
	readonly type: TypeName;
	readonly expire_at: number;
	readonly head: string | null;
}

interface ElementRow {
	readonly key: number;
	readonly name: string;
	readonly value: string;
}

/** Keeps the data in a SQLite file: a row for each key and each element, a transaction for each commit. */
export class SqliteStorage implements Storage {
	private readonly file: string;
	private readonly database: DatabaseSync;
	private readonly statements: ReturnType<typeof prepareStatements>;

	/** Opens the folder, made when missing. Throws a StorageError that says in a line why it cannot. */
	constructor(dir: string, synchronous: 'NORMAL' | 'FULL' = 'NORMAL') {
		this.file = join(dir, 'redis.db');
		try {
			mkdirSync(dir, { recursive: true });
		} catch (cause) {
			throw new StorageError(`cannot make the folder ${dir}: ${(cause as Error).message}`);
		}
		this.database = openDatabase(this.file, synchronous);
		this.statements = prepareStatements(this.database);
	}

	load(db: Keyspace, search: SearchIndexes): void {
		try {
			const { keys, elements } = this.statements;
			const byId = new Map<number, Entry>();
			for (const row of keys.iterate() as Iterable<unknown>) {
				const entry = restoreKey(row as KeyRow);
				byId.set(entry.id, entry);
				db.nextId = Math.max(db.nextId, entry.id + 1);
			}
			for (const row of elements.iterate() as Iterable<unknown>) {
				const { key, name, value } = row as ElementRow;
				byId.get(key)?.value.restore(name, value);
			}
			for (const entry of byId.values()) db.add(entry);
			this.loadIndexes(search);
		} catch (cause) {
			this.database.close();
			throw explain(cause as SqliteFailure, this.file);
		}
	}

	commit(db: Keyspace, search: SearchIndexes): void {
		const { statements } = this;
		try {
			statements.begin.run();
			if (db.cleared) {
				statements.clearKeys.run();
				statements.clearElements.run();
			}
			for (const id of db.dropped) {
				statements.dropKey.run(id);
				statements.dropElements.run(id);
			}
			for (const entry of db.changed) this.put(entry);
			if (search.changed) {
				statements.clearIndexes.run();
				for (const { definition } of search.indexes.values()) {
					statements.putIndex.run(definition.name, JSON.stringify(definition.args));
				}
			}
			statements.commit.run();
		} catch (cause) {
			if (this.database.isTransaction) this.database.exec('ROLLBACK');
			throw cause;
		}
		for (const entry of db.changed) {
			entry.stored = true;
			entry.rowChanged = false;
			entry.value.changed.clear();
		}
		search.changed = false;
		db.settle();
	}

	revert(db: Keyspace, search: SearchIndexes): void {
		if (db.cleared || search.changed) {
			db.forget();
			this.load(db, search);
			return;
		}
		const { key, elementsOf } = this.statements;
		const ids = new Set(db.dropped);
		for (const entry of [...db.changed]) {
			db.detach(entry);
			search.touch(entry.key);
			ids.add(entry.id);
		}
		for (const id of ids) {
			const row = key.get(id) as unknown as KeyRow | undefined;
			if (row === undefined) continue;
			const entry = restoreKey(row);
			for (const element of elementsOf.all(id) as unknown as ElementRow[]) {
				entry.value.restore(element.name, element.value);
			}
			db.add(entry);
			search.touch(entry.key);
		}
		db.settle();
	}

	close(): void {
		this.database.close();
	}

	private put({ id, key, value, expireAt, rowChanged }: Entry): void {
		const { statements } = this;
		if (rowChanged) statements.putKey.run(id, key, value.type, expireAt, value.head());
		for (const name of value.changed) {
			const stored = value.element(name);
			if (stored === undefined) statements.dropElement.run(id, name);
			else statements.putElement.run(id, name, stored);
		}
	}

	private loadIndexes(search: SearchIndexes): void {
		const rows = this.statements.indexes.all() as unknown as { args: string }[];
		search.rebuild(rows.map(({ args }) => readDefinition(JSON.parse(args))));
	}
}

function restoreKey({ id, name, type, expire_at, head }: KeyRow): Entry {
	const value = new CLASSES[type](head ?? undefined);
	return { id, key: name, value, expireAt: expire_at, stored: true, rowChanged: false };
}
