/** What TYPE answers. */
export type TypeName = 'string' | 'hash' | 'set' | 'zset' | 'stream' | 'ReJSON-RL';

/**
 * What a key holds. It is stored as a head (with the key) and elements (each by itself), and keeps the
 * names of the elements changed since the last commit, so that a write costs what it changes.
 */
export interface Value {
	readonly type: TypeName;
	readonly changed: string[];
	/** Nothing left in it: Redis removes such keys. */
	readonly empty: boolean;
	/** Whether its head holds anything, so that a change must be stored there. */
	readonly headed: boolean;
	/** What is stored in the key's row. */
	head(): string | null;
	/** The names of all elements. */
	names(): Iterable<string>;
	/** What is stored for an element; undefined when it is gone. */
	element(name: string): string | undefined;
	/** Takes an element back from storage. */
	restore(name: string, stored: string): void;
}

/** A class of values: made empty, or from the stored head. */
export interface ValueClass<T extends Value> {
	new (head?: string): T;
}

/** A value that is all elements. */
export abstract class Collection {
	readonly headed = false;
	readonly changed: string[] = [];
	/** True if there was such an element. */
	abstract delete(name: string): boolean;
	head(): null {
		return null;
	}
}

const NONE: string[] = [];

/** A value that is all head: no elements. What is the same for all takes no room in each. */
export abstract class WholeValue {
	get changed(): string[] {
		return NONE;
	}
	get empty(): boolean {
		return false;
	}
	get headed(): boolean {
		return true;
	}
	names(): Iterable<string> {
		return NONE;
	}
	element(): undefined {
		return undefined;
	}
	restore(): void {}
}
