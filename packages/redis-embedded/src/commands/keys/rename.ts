import type { Client } from '../../engine/client.ts';
import type { Command } from '../../engine/command.ts';
import { OK, RedisError } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'RENAME',
	arity: 3,
	write: true,
	frees: true,
	keys: [1, 2, 1],
	run(args, client) {
		rename(client, args[1]!, args[2]!, true);
		return OK;
	},
};

/** Gives a key another name, also one that is taken if `replace`; whether it has a new name. */
export function rename({ db }: Client, from: string, to: string, replace: boolean): boolean {
	const entry = db.find(from);
	if (entry === undefined) throw new RedisError('ERR no such key');
	if (from === to || (!replace && db.find(to))) return false;
	db.rename(entry, to);
	return true;
}
