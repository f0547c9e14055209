import type { Client } from '../../engine/client.ts';
import { type Command, freesKey } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';
import type { Collection, Value, ValueClass } from '../../values/value.ts';

/** A command that removes elements of a hash, a set or a sorted set by their names. */
export const removing = <T extends Collection & Value>(name: string, type: ValueClass<T>): Command => ({
	name,
	arity: -3,
	...freesKey,
	run: (args, client) => integer(removeElements(client, args[1]!, type, args.slice(2))),
});

/** Removes elements, and the key with the last one; how many there were. */
export function removeElements<T extends Collection & Value>(
	{ db }: Client,
	key: string,
	type: ValueClass<T>,
	names: readonly string[],
): number {
	const value = db.read(key, type);
	const count = names.filter((name) => value?.delete(name)).length;
	if (count > 0) {
		db.edit(key, type);
		db.prune(key);
	}
	return count;
}
