import { type Command, writesKey } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';
import { StringValue } from '../../values/string.ts';

export const command: Command = {
	name: 'SETNX',
	arity: 3,
	...writesKey,
	run(args, client) {
		if (client.db.find(args[1]!)) return integer(0);
		client.db.put(args[1]!, new StringValue(args[2]));
		return integer(1);
	},
};
