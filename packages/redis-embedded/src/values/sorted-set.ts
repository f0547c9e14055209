import { readDouble } from '../engine/arguments.ts';
import { SortedList } from '../engine/sorted-list.ts';
import { formatDouble } from '../protocol/reply.ts';
import { Collection, type Value } from './value.ts';

export interface Scored {
	readonly member: string;
	readonly score: number;
}

const byScore = (a: Scored, b: Scored): number =>
	a.score !== b.score ? (a.score < b.score ? -1 : 1) : a.member < b.member ? -1 : a.member > b.member ? 1 : 0;

export class SortedSetValue extends Collection implements Value {
	readonly type = 'zset';
	readonly scores = new Map<string, Scored>();
	readonly order = new SortedList<Scored>(byScore);

	get empty(): boolean {
		return this.scores.size === 0;
	}
	score(member: string): number | undefined {
		return this.scores.get(member)?.score;
	}
	set(member: string, score: number): void {
		this.restoreScore(member, score);
		this.changed.push(member);
	}
	delete(member: string): boolean {
		const found = this.scores.get(member);
		if (found === undefined) return false;
		this.scores.delete(member);
		this.order.delete(found);
		this.changed.push(member);
		return true;
	}
	/** The member's rank from the lowest score, or undefined. */
	rank(member: string): number | undefined {
		const found = this.scores.get(member);
		return found && this.order.rank((other) => byScore(other, found) < 0);
	}
	names(): Iterable<string> {
		return this.scores.keys();
	}
	element(name: string): string | undefined {
		const score = this.score(name);
		return score === undefined ? undefined : formatDouble(score);
	}
	restore(name: string, stored: string): void {
		this.restoreScore(name, readDouble(stored)!);
	}
	private restoreScore(member: string, score: number): void {
		const found = this.scores.get(member);
		if (found) this.order.delete(found);
		// -0 becomes 0, as in Redis's small sets.
		const scored = { member, score: score + 0 };
		this.scores.set(member, scored);
		this.order.insert(scored);
	}
}
