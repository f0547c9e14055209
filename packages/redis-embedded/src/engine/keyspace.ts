import { RedisError } from '../protocol/reply.ts';
import type { Value, ValueClass } from '../values/value.ts';
import { SortedList } from './sorted-list.ts';

/** A key with its value and the row it is stored in. */
export interface Entry {
	readonly id: number;
	key: string;
	value: Value;
	/** Epoch milliseconds; 0: never. */
	expireAt: number;
	/** Whether there is a row for it, and whether that row is out of date. */
	stored: boolean;
	rowChanged: boolean;
}

const WRONG_TYPE = 'WRONGTYPE Operation against a key holding the wrong kind of value';
const byExpiry = (a: Entry, b: Entry): number => a.expireAt - b.expireAt || a.id - b.id;

/** The keys in memory, what changed in them since the last commit, and when they expire. */
export class Keyspace {
	readonly entries = new Map<string, Entry>();
	readonly changed = new Set<Entry>();
	/** Rows to delete at the next commit, by ID. */
	dropped: number[] = [];
	cleared = false;
	/** Anything to commit? */
	dirty = false;
	nextId = 1;
	/** Nothing can be committed: what has expired is hidden, not removed. */
	frozen = false;
	/** The time that commands see, epoch milliseconds. */
	now = Date.now();
	/** Called with each key that a write touches, and whether it changes what the key holds. */
	onTouch: (key: string, content: boolean) => void = () => {};
	readonly expiring = new SortedList<Entry>(byExpiry);

	find(key: string): Entry | undefined {
		const entry = this.entries.get(key);
		if (entry !== undefined && entry.expireAt !== 0 && entry.expireAt <= this.now) {
			if (!this.frozen) this.drop(entry);
			return undefined;
		}
		return entry;
	}

	/** The value of a key, which must be of that class if it is there. */
	read<T extends Value>(key: string, type: ValueClass<T>): T | undefined {
		const entry = this.find(key);
		if (entry === undefined) return undefined;
		if (!(entry.value instanceof type)) throw new RedisError(WRONG_TYPE);
		return entry.value;
	}

	/** The value of a key for changing it, made when missing. Call `prune` after taking something out. */
	edit<T extends Value>(key: string, type: ValueClass<T>): T {
		const entry = this.find(key);
		if (entry === undefined) {
			const value = new type();
			this.create(key, value);
			return value;
		}
		const { value } = entry;
		if (!(value instanceof type)) throw new RedisError(WRONG_TYPE);
		entry.rowChanged ||= value.headed;
		this.touch(entry);
		return value;
	}

	/** Has a change stored that is none of the content (`head`: of its head): whoever watches or waits is not told. */
	amend(key: string, head = false): void {
		const entry = this.entries.get(key)!;
		entry.rowChanged ||= head;
		this.changed.add(entry);
		this.dirty = true;
	}

	/** Removes a key whose value has nothing left in it. */
	prune(key: string): void {
		const entry = this.entries.get(key);
		if (entry?.value.empty) this.drop(entry);
	}

	put(key: string, value: Value, expireAt = 0): void {
		const old = this.entries.get(key);
		if (
			old !== undefined &&
			old.value.type === value.type &&
			(value.type === 'string' || value.type === 'ReJSON-RL')
		) {
			old.value = value;
			old.rowChanged = true;
			if (old.expireAt !== expireAt) this.expire(old, expireAt);
			this.touch(old);
			return;
		}
		this.create(key, value, expireAt);
	}

	/** Sets when a key expires; 0 for never. */
	expire(entry: Entry, at: number): void {
		if (entry.expireAt !== 0) this.expiring.delete(entry);
		entry.expireAt = at;
		if (at !== 0) this.expiring.insert(entry);
		entry.rowChanged = true;
		this.touch(entry, false);
	}

	remove(key: string): boolean {
		const entry = this.find(key);
		if (entry === undefined) return false;
		this.drop(entry);
		return true;
	}

	rename(entry: Entry, key: string): void {
		const target = this.entries.get(key);
		if (target !== undefined) this.drop(target);
		this.entries.delete(entry.key);
		this.onTouch(entry.key, true);
		entry.key = key;
		entry.rowChanged = true;
		this.entries.set(key, entry);
		this.touch(entry);
	}

	clear(): void {
		for (const key of this.entries.keys()) this.onTouch(key, true);
		this.forget();
		this.cleared = true;
		this.dirty = true;
	}

	/** Takes an entry as it is, from storage or new. */
	add(entry: Entry): void {
		this.entries.set(entry.key, entry);
		if (entry.expireAt !== 0) this.expiring.insert(entry);
		if (entry.rowChanged) this.touch(entry);
	}

	/** Removes keys that are due; at most `limit`. @returns whether there may be more */
	expireDue(limit: number): boolean {
		for (let left = this.frozen ? 0 : limit; left > 0; left--) {
			const entry = this.expiring.first();
			if (entry === undefined || entry.expireAt > this.now) return false;
			this.drop(entry);
		}
		return !this.frozen;
	}

	/** Says that all changes are committed. */
	settle(): void {
		this.changed.clear();
		this.dropped = [];
		this.cleared = false;
		this.dirty = false;
	}

	/** Empties memory, with nothing to commit from it. */
	forget(): void {
		this.entries.clear();
		this.expiring.fill([]);
		this.settle();
	}

	/** Takes an entry out of memory alone. */
	detach(entry: Entry): void {
		this.entries.delete(entry.key);
		if (entry.expireAt !== 0) this.expiring.delete(entry);
		this.changed.delete(entry);
	}

	private create(key: string, value: Value, expireAt = 0): void {
		// One that has expired may only have been hidden.
		const old = this.entries.get(key);
		if (old !== undefined) this.drop(old);
		this.add({ id: this.nextId++, key, value, expireAt, stored: false, rowChanged: true });
	}

	private touch(entry: Entry, content = true): void {
		this.changed.add(entry);
		this.dirty = true;
		this.onTouch(entry.key, content);
	}

	private drop(entry: Entry): void {
		this.detach(entry);
		if (entry.stored) this.dropped.push(entry.id);
		this.dirty = true;
		this.onTouch(entry.key, true);
	}
}
