import type { Client } from '../../engine/client.ts';
import { type Command, freesKey } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';
import { SetValue } from '../../values/set.ts';

export const command: Command = {
	name: 'SREM',
	arity: -3,
	...freesKey,
	run: (args, client) => integer(removeMembers(client, args[1]!, args.slice(2))),
};

/** Removes members of a set; how many there were. */
export function removeMembers(client: Client, key: string, members: readonly string[]): number {
	const found = client.db.read(key, SetValue);
	const removed = new Set(members.filter((member) => found?.members.has(member)));
	if (removed.size === 0) return 0;
	const value = client.db.edit(key, SetValue);
	for (const member of removed) value.delete(member);
	client.db.prune(key);
	return removed.size;
}
