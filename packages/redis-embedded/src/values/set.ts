import { Collection, type Value } from './value.ts';

export class SetValue extends Collection implements Value {
	readonly type = 'set';
	readonly members = new Set<string>();

	get empty(): boolean {
		return this.members.size === 0;
	}
	add(member: string): boolean {
		if (this.members.has(member)) return false;
		this.members.add(member);
		this.changed.push(member);
		return true;
	}
	delete(member: string): boolean {
		if (!this.members.delete(member)) return false;
		this.changed.push(member);
		return true;
	}
	names(): Iterable<string> {
		return this.members;
	}
	element(name: string): string | undefined {
		return this.members.has(name) ? '' : undefined;
	}
	restore(name: string): void {
		this.members.add(name);
	}
}
