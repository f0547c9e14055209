import type { Command } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';
import { StreamValue } from '../../values/stream.ts';

export const command: Command = {
	name: 'XLEN',
	arity: 2,
	keys: [1, 1, 1],
	run: (args, client) => integer(client.db.read(args[1]!, StreamValue)?.entries.size ?? 0),
};
