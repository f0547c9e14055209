import { type Command, writesKey } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';
import { HashValue } from '../../values/hash.ts';

export const command: Command = {
	name: 'HSETNX',
	arity: 4,
	...writesKey,
	run(args, client) {
		if (client.db.read(args[1]!, HashValue)?.fields.has(args[2]!)) return integer(0);
		client.db.edit(args[1]!, HashValue).set(args[2]!, args[3]!);
		return integer(1);
	},
};
