import type { Command } from '../../engine/command.ts';
import { array, bulkOrNil } from '../../protocol/reply.ts';
import { HashValue } from '../../values/hash.ts';

export const command: Command = {
	name: 'HMGET',
	arity: -3,
	keys: [1, 1, 1],
	run(args, client) {
		const fields = client.db.read(args[1]!, HashValue)?.fields;
		return array(args.slice(2).map((field) => bulkOrNil(client, fields?.get(field))));
	},
};
