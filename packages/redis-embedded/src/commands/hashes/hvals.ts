import type { Command } from '../../engine/command.ts';
import { bulks } from '../../protocol/reply.ts';
import { HashValue } from '../../values/hash.ts';

export const command: Command = {
	name: 'HVALS',
	arity: 2,
	keys: [1, 1, 1],
	run: (args, client) => bulks(client.db.read(args[1]!, HashValue)?.fields.values() ?? []),
};
