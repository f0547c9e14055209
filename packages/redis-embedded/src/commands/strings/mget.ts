import type { Command } from '../../engine/command.ts';
import { array, bulkOrNil } from '../../protocol/reply.ts';
import { StringValue } from '../../values/string.ts';

export const command: Command = {
	name: 'MGET',
	arity: -2,
	keys: [1, -1, 1],
	run: (args, client) =>
		array(
			args.slice(1).map((key) => {
				const value = client.db.find(key)?.value;
				return bulkOrNil(client, value instanceof StringValue ? value.text : undefined);
			}),
		),
};
