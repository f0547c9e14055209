import type { Command } from '../../engine/command.ts';
import { bulkOrNil } from '../../protocol/reply.ts';
import { HashValue } from '../../values/hash.ts';

export const command: Command = {
	name: 'HGET',
	arity: 3,
	keys: [1, 1, 1],
	run: (args, client) => bulkOrNil(client, client.db.read(args[1]!, HashValue)?.fields.get(args[2]!)),
};
