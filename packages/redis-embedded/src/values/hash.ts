import { Collection, type Value } from './value.ts';

export class HashValue extends Collection implements Value {
	readonly type = 'hash';
	readonly fields = new Map<string, string>();

	get empty(): boolean {
		return this.fields.size === 0;
	}
	/** True when the field is new. */
	set(field: string, value: string): boolean {
		const before = this.fields.size;
		this.fields.set(field, value);
		this.changed.push(field);
		return this.fields.size > before;
	}
	delete(field: string): boolean {
		if (!this.fields.delete(field)) return false;
		this.changed.push(field);
		return true;
	}
	names(): Iterable<string> {
		return this.fields.keys();
	}
	element(name: string): string | undefined {
		return this.fields.get(name);
	}
	restore(name: string, stored: string): void {
		this.fields.set(name, stored);
	}
}
