import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** A folder that cannot be used, and what to do about it in a line. */
export class StorageError extends Error {}

/** What SQLite says about a statement that failed. */
export interface SqliteFailure extends Error {
	readonly errcode?: number;
}

const BUSY = 5;
const CORRUPT = 11;
const NOT_A_DATABASE = 26;
const VERSION = 1;

const SCHEMA = `
	CREATE TABLE key (id INTEGER PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL, expire_at INTEGER NOT NULL, head TEXT);
	CREATE TABLE element (key INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (key, name)) WITHOUT ROWID;
	CREATE TABLE search_index (name TEXT PRIMARY KEY, args TEXT NOT NULL);
	PRAGMA user_version = ${VERSION};
`;

/** Opens the data file, made when missing, for this process alone. Throws a StorageError. */
export function openDatabase(file: string, synchronous: 'NORMAL' | 'FULL'): DatabaseSync {
	let db: DatabaseSync | undefined;
	try {
		db = new (sqlite().DatabaseSync)(file);
		// Exclusive: a second process is refused, and the log's index needs no shared memory.
		db.exec(`
			PRAGMA locking_mode = EXCLUSIVE;
			PRAGMA journal_mode = WAL;
			PRAGMA synchronous = ${synchronous};
			PRAGMA cache_size = -65536;
			PRAGMA journal_size_limit = 67108864;
			BEGIN IMMEDIATE;
			COMMIT;
		`);
		const version = Number(db.prepare('PRAGMA user_version').get()?.user_version);
		const tables = Number(db.prepare('SELECT count(*) AS count FROM sqlite_schema').get()?.count);
		if (version === 0 && tables === 0) db.exec(`BEGIN; ${SCHEMA} COMMIT;`);
		else if (version !== VERSION) {
			throw new StorageError(
				`${file} was written by another version of redis-embedded; move it away to start empty`,
			);
		}
		const check = db.prepare('PRAGMA quick_check(1)').get()?.quick_check;
		if (check !== 'ok') throw damaged(file, String(check).split('\n').at(-1)!);
		return db;
	} catch (cause) {
		db?.close();
		throw explain(cause as SqliteFailure, file);
	}
}

/** The reason for a failure in words that say what to do. */
export function explain(cause: SqliteFailure, file: string): Error {
	if (cause instanceof StorageError) return cause;
	if (cause.errcode === BUSY) {
		return new StorageError(`${file} is in use by another process; stop that one or choose another folder`);
	}
	if (cause.errcode === CORRUPT || cause.errcode === NOT_A_DATABASE) return damaged(file, cause.message);
	return new StorageError(`cannot use ${file}: ${cause.message}`);
}

const damaged = (file: string, reason: string): StorageError =>
	new StorageError(
		`${file} is damaged (${reason}) and was left as it is; put a backup in its place, or move it away to start empty`,
	);

/** The built-in module, without its warning of being experimental. */
function sqlite(): typeof import('node:sqlite') {
	const { emitWarning } = process;
	process.emitWarning = () => {};
	try {
		return process.getBuiltinModule('node:sqlite');
	} finally {
		process.emitWarning = emitWarning;
	}
}

/** The statements that commits are made of. */
export function prepareStatements(db: DatabaseSync) {
	const prepare = (sql: string): StatementSync => db.prepare(sql);
	return {
		begin: prepare('BEGIN'),
		commit: prepare('COMMIT'),
		putKey: prepare(
			'INSERT INTO key (id, name, type, expire_at, head) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE ' +
				'SET name = excluded.name, expire_at = excluded.expire_at, head = excluded.head',
		),
		putElement: prepare(
			'INSERT INTO element (key, name, value) VALUES (?, ?, ?) ON CONFLICT (key, name) DO UPDATE SET value = excluded.value',
		),
		dropKey: prepare('DELETE FROM key WHERE id = ?'),
		dropElement: prepare('DELETE FROM element WHERE key = ? AND name = ?'),
		dropElements: prepare('DELETE FROM element WHERE key = ?'),
		clearKeys: prepare('DELETE FROM key'),
		clearElements: prepare('DELETE FROM element'),
		keys: prepare('SELECT id, name, type, expire_at, head FROM key ORDER BY id'),
		key: prepare('SELECT id, name, type, expire_at, head FROM key WHERE id = ?'),
		elements: prepare('SELECT key, name, value FROM element'),
		elementsOf: prepare('SELECT key, name, value FROM element WHERE key = ?'),
		indexes: prepare('SELECT args FROM search_index ORDER BY rowid'),
		putIndex: prepare('INSERT INTO search_index (name, args) VALUES (?, ?)'),
		clearIndexes: prepare('DELETE FROM search_index'),
	};
}
