import type { Client } from '../../engine/client.ts';
import { type Command, freesKey } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';
import { SortedSetValue } from '../../values/sorted-set.ts';

export const command: Command = {
	name: 'ZREM',
	arity: -3,
	...freesKey,
	run: (args, client) => integer(removeScored(client, args[1]!, args.slice(2))),
};

/** Removes members of a sorted set; how many there were. */
export function removeScored(client: Client, key: string, members: readonly string[]): number {
	const found = client.db.read(key, SortedSetValue);
	const removed = new Set(members.filter((member) => found?.scores.has(member)));
	if (removed.size === 0) return 0;
	const value = client.db.edit(key, SortedSetValue);
	for (const member of removed) value.delete(member);
	client.db.prune(key);
	return removed.size;
}
