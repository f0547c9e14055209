import { fitsInt64, int64, NOT_AN_INTEGER } from '../../engine/arguments.ts';
import type { Client } from '../../engine/client.ts';
import type { Command } from '../../engine/command.ts';
import { integer, RedisError } from '../../protocol/reply.ts';
import { StringValue } from '../../values/string.ts';

export const command: Command = {
	name: 'INCR',
	arity: 2,
	write: true,
	keys: [1, 1, 1],
	run: (args, client) => increment(client, args[1]!, 1n),
};

/** Adds to the integer that a string spells; the key keeps its time to live. */
export function increment(client: Client, key: string, by: bigint): string {
	const found = client.db.read(key, StringValue);
	const value = int64(found?.text ?? '0');
	if (value === undefined) throw new RedisError(NOT_AN_INTEGER);
	const sum = value + by;
	if (!fitsInt64(sum)) throw new RedisError('ERR increment or decrement would overflow');
	client.db.edit(key, StringValue).text = sum.toString();
	return integer(sum);
}
