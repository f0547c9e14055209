import type { Command } from '../../engine/command.ts';
import { bulkOrNil } from '../../protocol/reply.ts';
import { StringValue } from '../../values/string.ts';

export const command: Command = {
	name: 'GETDEL',
	arity: 2,
	write: true,
	frees: true,
	keys: [1, 1, 1],
	run(args, client) {
		const found = client.db.read(args[1]!, StringValue);
		if (found) client.db.remove(args[1]!);
		return bulkOrNil(client, found?.text);
	},
};
