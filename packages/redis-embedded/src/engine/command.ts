import type { Value, ValueClass } from '../values/value.ts';
import type { Client } from './client.ts';

/** A command as its file exports it. */
export interface Command {
	/** In capitals; a subcommand after its command: `XGROUP CREATE`. */
	readonly name: string;
	/** How many words it takes, its own included; negative: at least so many. */
	readonly arity: number;
	/** Writes are refused while nothing can be committed. */
	readonly write?: boolean;
	/** A write that only takes away, or notes what was done: let through when memory is full, as in Redis. */
	readonly frees?: boolean;
	/** First key, last key (negative: from the end) and step, for COMMAND. */
	readonly keys?: readonly [first: number, last: number, step: number];
	/** Allowed to a RESP2 client that has subscribed. */
	readonly pubsub?: boolean;
	/** Executed at once inside MULTI, not queued. */
	readonly immediate?: boolean;
	/** Answers with encoded replies, or with undefined when the client must wait. Throws RedisError. */
	run(args: readonly string[], client: Client): string | undefined;
}

/** Of a command that writes one key, its first argument. */
export const writesKey = { write: true, keys: [1, 1, 1] } as const;
/** The same of one that `frees`. */
export const freesKey = { ...writesKey, frees: true } as const;

/** A command that reads one key, which must be of that class if it is there, and answers by its value. */
export const reading = <T extends Value>(
	name: string,
	arity: number,
	type: ValueClass<T>,
	answer: (value: T | undefined, args: readonly string[], client: Client) => string,
): Command => ({
	name,
	arity,
	keys: [1, 1, 1],
	run: (args, client) => answer(client.db.read(args[1]!, type), args, client),
});
