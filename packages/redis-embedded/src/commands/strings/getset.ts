import { type Command, writesKey } from '../../engine/command.ts';
import { bulkOrNil } from '../../protocol/reply.ts';
import { StringValue } from '../../values/string.ts';

export const command: Command = {
	name: 'GETSET',
	arity: 3,
	...writesKey,
	run(args, client) {
		const old = client.db.read(args[1]!, StringValue)?.text;
		client.db.put(args[1]!, new StringValue(args[2]));
		return bulkOrNil(client, old);
	},
};
