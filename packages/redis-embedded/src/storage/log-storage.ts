import { constants } from 'node:buffer';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Entry, Keyspace } from '../engine/keyspace.ts';
import { CommandParser } from '../protocol/parser.ts';
import { type Definition, readDefinition } from '../search/definition.ts';
import type { SearchIndexes } from '../search/search-indexes.ts';
import { HashValue } from '../values/hash.ts';
import { JsonValue } from '../values/json.ts';
import { SetValue } from '../values/set.ts';
import { SortedSetValue } from '../values/sorted-set.ts';
import { StreamValue } from '../values/stream.ts';
import { StringValue } from '../values/string.ts';
import type { TypeName, Value } from '../values/value.ts';
import { lockFolder } from './lock.ts';
import { RecordBuffer } from './record-buffer.ts';
import { Segment } from './segment.ts';
import { type Storage, StorageError } from './storage.ts';

const CLASSES: Record<TypeName, new (head?: string) => Value> = {
	string: StringValue,
	hash: HashValue,
	set: SetValue,
	zset: SortedSetValue,
	stream: StreamValue,
	'ReJSON-RL': JsonValue,
};

/** A log is rewritten when it is this much longer than twice what it holds. */
const SLACK_BYTES = 32 * 1024 * 1024;
/** What a commit carries over of the old files while they are rewritten: at least this, and twice its own length. */
const CARRY_BYTES = 4096;
const SYNC_INTERVAL_MS = 1000;
/** What a row takes beside its strings, about. */
const ROW_BYTES = 64;
/** A disk that takes this much again is taken to be well. */
const PROBE_BYTES = 1024 * 1024;

/** A key as the log tells of it. */
interface Row {
	readonly type: TypeName;
	readonly expireAt: number;
	readonly name: string;
	readonly head: string | undefined;
	/** Made for the first of them: most keys have none. */
	elements: Map<string, string> | undefined;
}

/** What the log says when it has been read to its end. */
class Contents {
	readonly rows = new Map<number, Row>();
	/** The words of FT.CREATE of each index, as JSON. */
	indexes: readonly string[] = [];
	/** What was taken may have grown since beyond what a client may send. */
	private readonly parser = new CommandParser(constants.MAX_STRING_LENGTH);
	private readonly wanted: ReadonlySet<number> | undefined;

	/** Of all keys, or of those with these IDs. */
	constructor(wanted?: ReadonlySet<number>) {
		this.wanted = wanted;
	}
	readonly take = (record: Buffer): void => {
		this.parser.push(record);
		for (let words = this.parser.next(); words; words = this.parser.next()) this.apply(words);
	};
	private apply([operation, key, ...rest]: string[]): void {
		const id = Number(key);
		if (operation === 'C') this.rows.clear();
		else if (operation === 'I') this.indexes = key === undefined ? [] : [key, ...rest];
		else if (operation === 'D') this.rows.delete(id);
		else if (operation === 'E') {
			const row = this.rows.get(id);
			if (!row) return;
			row.elements ??= new Map();
			row.elements.set(rest[0]!, rest[1]!);
		} else if (operation === 'R') this.rows.get(id)?.elements?.delete(rest[0]!);
		else if (this.wanted === undefined || this.wanted.has(id)) {
			const [type, expireAt, name, head] = rest as [TypeName, string, string, string | undefined];
			const elements = this.rows.get(id)?.elements;
			this.rows.set(id, { type, expireAt: Number(expireAt), name, head, elements });
		}
	}
}

/**
 * Keeps the data in a log: each commit is a record of operations, in the protocol's own arrays, appended to a file.
 * `K` is a key's row, `E` an element, `R` a removed element, `D` a dropped key, `C` all keys dropped, `I` the indexes.
 *
 * When the log has grown too long, a new file is begun, and each commit carries over a few of the keys as they are,
 * until all have been; then the old files are removed. So no commit waits for a rewriting of everything.
 */
export class LogStorage implements Storage {
	private readonly dir: string;
	private readonly durable: boolean;
	private readonly lock: { close(): void };
	private readonly syncing: NodeJS.Timeout;
	private readonly record = new RecordBuffer();
	/** The files, oldest first; the last one grows. */
	private segments: Segment[] = [];
	/** What is still to be carried over, while the log is rewritten. */
	private rewriting: Generator<void> | undefined;
	/** What the data took when it was last read or rewritten. */
	private liveBytes = 0;
	private carriedBytes = 0;
	private allCarried = false;

	/** Opens the folder, made when missing. Throws a StorageError that says in a line why it cannot. */
	constructor(dir: string, synchronous: 'NORMAL' | 'FULL' = 'NORMAL') {
		this.dir = dir;
		this.durable = synchronous === 'FULL';
		try {
			mkdirSync(dir, { recursive: true });
			this.lock = lockFolder(dir);
		} catch (cause) {
			if (cause instanceof StorageError) throw cause;
			throw new StorageError(`cannot use the folder ${dir}: ${(cause as Error).message}`);
		}
		this.syncing = setInterval(() => this.segments.at(-1)?.startSync(), SYNC_INTERVAL_MS).unref();
	}

	load(db: Keyspace, search: SearchIndexes): void {
		try {
			const contents = new Contents();
			const files = this.files();
			this.segments = files.map((file) => Segment.open(file, file === files.at(-1), contents.take));
			if (this.segments.length === 0) this.segments = [Segment.create(this.nextFile)];
			this.restore(db, search, contents);
		} catch (cause) {
			this.close();
			if (cause instanceof StorageError) throw cause;
			throw new StorageError(`cannot use ${this.dir}: ${(cause as Error).message}`);
		}
	}

	commit(db: Keyspace, search: SearchIndexes): void {
		const { record } = this;
		record.clear();
		if (db.cleared) record.add(['C']);
		for (const id of db.dropped) record.add(['D', String(id)]);
		for (const entry of db.changed) {
			if (entry.rowChanged) addRow(record, entry);
			for (const name of entry.value.changed) addElement(record, entry, name);
		}
		if (search.changed) addIndexes(record, search);
		this.rewrite(db, search);
		this.segments.at(-1)!.append(record.finish(), this.durable);
		for (const entry of db.changed) {
			entry.stored = true;
			entry.rowChanged = false;
			const { changed } = entry.value;
			if (changed.length > 0) changed.length = 0;
		}
		search.changed = false;
		db.settle();
		if (this.allCarried) void this.removeOld();
	}

	revert(db: Keyspace, search: SearchIndexes): void {
		this.rewriting = undefined;
		this.allCarried = false;
		const everything = db.cleared || search.changed;
		const ids = new Set(db.dropped);
		for (const entry of db.changed) ids.add(entry.id);
		const contents = new Contents(everything ? undefined : ids);
		for (const segment of this.segments) segment.read(contents.take);
		if (everything) {
			db.forget();
			this.restore(db, search, contents);
			return;
		}
		for (const entry of [...db.changed]) {
			db.detach(entry);
			search.touch(entry.key);
		}
		for (const entry of entriesOf(contents)) {
			db.add(entry);
			search.touch(entry.key);
		}
		db.settle();
	}

	probe(): void {
		this.segments.at(-1)!.probe(PROBE_BYTES);
	}

	close(): void {
		clearInterval(this.syncing);
		for (const segment of this.segments) segment.close();
		this.segments = [];
		this.lock.close();
	}

	/** The name of the next file. */
	private get nextFile(): string {
		const last = this.segments.at(-1)?.file.match(/(\d+)\.log$/)?.[1] ?? '0';
		return path.join(this.dir, `redis-${String(Number(last) + 1).padStart(6, '0')}.log`);
	}
	private files(): string[] {
		if (existsSync(path.join(this.dir, 'redis.db'))) {
			throw new StorageError(
				`${this.dir} was written by an earlier version of redis-embedded; move it away to start empty`,
			);
		}
		const names = readdirSync(this.dir).filter((name) => /^redis-\d{6}\.log$/.test(name));
		return names.sort().map((name) => path.join(this.dir, name));
	}

	private restore(db: Keyspace, search: SearchIndexes, contents: Contents): void {
		this.liveBytes = 0;
		const entries = entriesOf(contents, (bytes) => {
			this.liveBytes += ROW_BYTES + bytes;
		});
		for (const entry of entries) {
			db.nextId = Math.max(db.nextId, entry.id + 1);
			db.add(entry);
		}
		search.rebuild(contents.indexes.flatMap(readIndex));
	}

	/** Begins to rewrite a log that has grown too long; carries over a share of what is there. */
	private rewrite(db: Keyspace, search: SearchIndexes): void {
		if (this.rewriting === undefined) {
			const size = this.segments.reduce((sum, segment) => sum + segment.size, 0);
			if (size < 2 * this.liveBytes + SLACK_BYTES) return;
			// Or a loss of power could leave the new file behind and half a record in the middle of the log.
			this.segments.at(-1)!.sync();
			this.segments.push(Segment.create(this.nextFile));
			this.rewriting = addEverything(this.record, db, search);
			this.carriedBytes = 0;
		}
		const own = this.record.length;
		while (!this.allCarried && this.record.length - own < CARRY_BYTES + 2 * own)
			this.allCarried = this.rewriting.next().done === true;
		this.carriedBytes += this.record.length - own;
		if (this.allCarried) this.rewriting = undefined;
	}

	/** Removes the files that the last one makes needless, oldest first: any that are left do no harm. */
	private async removeOld(): Promise<void> {
		this.allCarried = false;
		this.liveBytes = this.carriedBytes;
		try {
			this.segments.at(-1)!.sync();
			for (const old of this.segments.splice(0, this.segments.length - 1)) await old.remove();
		} catch (cause) {
			console.error(`redis-embedded: cannot remove an old log: ${(cause as Error).message}`);
		}
	}
}

/** An index that an earlier version took and this one does not is not worth the data of all others. */
function readIndex(words: string): Definition[] {
	try {
		return [readDefinition(JSON.parse(words))];
	} catch (cause) {
		console.error(
			`redis-embedded: an index cannot be made any more (${(cause as Error).message}) and is left out: ${words.slice(0, 200)}`,
		);
		return [];
	}
}

/** @param measure is told how long each row and each element is */
function* entriesOf({ rows }: Contents, measure = (_bytes: number): void => {}): Generator<Entry> {
	for (const [id, { type, expireAt, name, head, elements = [] }] of rows) {
		// Or all would be there twice in the end.
		rows.delete(id);
		measure(name.length + (head?.length ?? 0));
		const value = new CLASSES[type](head);
		for (const [element, stored] of elements) {
			measure(element.length + stored.length);
			value.restore(element, stored);
		}
		yield { id, key: name, value, expireAt, stored: true, rowChanged: false };
	}
}

/** Adds what makes everything as it is now, or will be when it is asked to go on: after each operation. */
function* addEverything(record: RecordBuffer, db: Keyspace, search: SearchIndexes): Generator<void> {
	yield addIndexes(record, search);
	for (const entry of db.entries.values()) {
		yield addRow(record, entry);
		for (const name of [...entry.value.names()]) {
			if (db.entries.get(entry.key) !== entry) break;
			yield addElement(record, entry, name);
		}
	}
}

const addIndexes = (record: RecordBuffer, { indexes }: SearchIndexes): void =>
	record.add(['I', ...Array.from(indexes.values(), ({ definition }) => JSON.stringify(definition.args))]);

function addRow(record: RecordBuffer, { id, key, value, expireAt }: Entry): void {
	const head = value.head();
	record.begin(head === null ? 5 : 6);
	record.word('K');
	record.word(String(id));
	record.word(value.type);
	record.word(String(expireAt));
	record.word(key);
	if (head !== null) record.word(head);
}

function addElement(record: RecordBuffer, { id, value }: Entry, name: string): void {
	const stored = value.element(name);
	record.begin(stored === undefined ? 3 : 4);
	record.word(stored === undefined ? 'R' : 'E');
	record.word(String(id));
	record.word(name);
	if (stored !== undefined) record.word(stored);
}
