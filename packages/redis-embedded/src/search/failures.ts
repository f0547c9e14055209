import type { Field } from './definition.ts';

/** How often documents did not suit a field, and what was wrong with which of them the last time. */
interface Failure {
	readonly count: number;
	readonly error: string;
	/** In bytes. */
	readonly key: string;
}

const NONE: Failure = { count: 0, error: 'N/A', key: 'N/A' };

/** Documents that an index could not take. */
export class Failures {
	private readonly found = new Map<Field | undefined, Failure>();

	/** Of a field, or of all of them. */
	of(field?: Field): Failure {
		return this.found.get(field) ?? NONE;
	}
	note(field: Field, key: string, error: string): void {
		for (const each of [field, undefined])
			this.found.set(each, { count: this.of(each).count + 1, error, key });
	}
}
