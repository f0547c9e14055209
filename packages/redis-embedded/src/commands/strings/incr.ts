import { fitsInt64, parseInt64 } from '../../engine/arguments.ts';
import type { Client } from '../../engine/client.ts';
import { type Command, writesKey } from '../../engine/command.ts';
import { integer, RedisError } from '../../protocol/reply.ts';
import { StringValue } from '../../values/string.ts';

export const command: Command = {
	name: 'INCR',
	arity: 2,
	...writesKey,
	run: (args, client) => increment(client, args[1]!, 1n),
};

/** Adds to the integer that a string spells; the key keeps its time to live. */
export function increment(client: Client, key: string, by: bigint): string {
	const sum = addInt64(client.db.read(key, StringValue)?.text, by);
	client.db.edit(key, StringValue).text = sum;
	return integer(sum);
}

/** The sum of an integer as it is spelled, zero when missing, and another. */
export function addInt64(text = '0', by: bigint, message?: string): string {
	const sum = parseInt64(text, message) + by;
	if (!fitsInt64(sum)) throw new RedisError('ERR increment or decrement would overflow');
	return String(sum);
}
