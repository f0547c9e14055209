import type { Command } from '../../engine/command.ts';
import { bulkOrNil } from '../../protocol/reply.ts';
import { StringValue } from '../../values/string.ts';

export const command: Command = {
	name: 'GET',
	arity: 2,
	keys: [1, 1, 1],
	run: (args, client) => bulkOrNil(client, client.db.read(args[1]!, StringValue)?.text),
};
