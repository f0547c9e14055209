import type { Command } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';
import { SortedSetValue } from '../../values/sorted-set.ts';

export const command: Command = {
	name: 'ZCARD',
	arity: 2,
	keys: [1, 1, 1],
	run: (args, client) => integer(client.db.read(args[1]!, SortedSetValue)?.scores.size ?? 0),
};
