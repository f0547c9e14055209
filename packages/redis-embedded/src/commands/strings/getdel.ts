import { type Command, freesKey } from '../../engine/command.ts';
import { bulkOrNil } from '../../protocol/reply.ts';
import { StringValue } from '../../values/string.ts';

export const command: Command = {
	name: 'GETDEL',
	arity: 2,
	...freesKey,
	run(args, client) {
		const found = client.db.read(args[1]!, StringValue);
		if (found) client.db.remove(args[1]!);
		return bulkOrNil(client, found?.text);
	},
};
