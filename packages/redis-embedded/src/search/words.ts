import { int64, parseDouble } from '../engine/arguments.ts';
import { RedisError } from '../protocol/reply.ts';

/** Reads the words of a command one after the other. Throws a RedisError where one is missing or none of its kind. */
export class Words {
	private at: number;
	private readonly args: readonly string[];

	constructor(args: readonly string[], from: number) {
		this.args = args;
		this.at = from;
	}
	get more(): boolean {
		return this.at < this.args.length;
	}
	get last(): string {
		return this.args[this.at - 1] ?? '';
	}
	/** @param what the word is for, if not what the one before says */
	next(what = this.last): string {
		const word = this.args[this.at++];
		if (word === undefined) throw bad(what, 'Expected an argument, but none provided');
		return word;
	}
	/** Reads a word if it is that one. */
	take(word: string): boolean {
		if (this.args[this.at]?.toUpperCase() !== word) return false;
		this.at++;
		return true;
	}
	/** An integer that is not negative. */
	count(what = this.last, wrong = 'Could not convert argument to expected type'): number {
		const value = int64(this.next(what));
		if (value === undefined) throw bad(what, wrong);
		if (value < 0n) throw bad(what, 'Value is outside acceptable bounds');
		return Number(value);
	}
	double(what = this.last): number {
		return parseDouble(
			this.args[this.at++],
			`Bad arguments for ${what}: Could not convert argument to expected type`,
		);
	}
	/** The next words, as many as there are up to a count. */
	rest(count: number): string[] {
		const words = this.args.slice(this.at, this.at + count);
		this.at += words.length;
		return words;
	}
	/** A count and so many words. */
	list(what = this.last, wrong?: string): string[] {
		const count = this.count(what, wrong);
		if (count > this.args.length - this.at) throw bad(what, 'Expected an argument, but none provided');
		return this.rest(count);
	}
	/** What is wrong with the last word: there is no such option. */
	unknown(): RedisError {
		return new RedisError(`Unknown argument \`${this.last}\` at position ${this.at - QUERY - 1} for <main>`);
	}
}

/** RediSearch counts from the query on. */
const QUERY = 2;

const bad = (what: string, reason: string): RedisError =>
	new RedisError(`Bad arguments for ${what}: ${reason}`);
