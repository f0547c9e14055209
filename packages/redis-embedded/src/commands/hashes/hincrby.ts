import { parseInt64 } from '../../engine/arguments.ts';
import { type Command, writesKey } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';
import { HashValue } from '../../values/hash.ts';
import { addInt64 } from '../strings/increment.ts';

export const command: Command = {
	name: 'HINCRBY',
	arity: 4,
	...writesKey,
	run(args, client) {
		const by = parseInt64(args[3]);
		const value = client.db.read(args[1]!, HashValue)?.fields.get(args[2]!);
		const sum = addInt64(value, by, 'ERR hash value is not an integer');
		client.db.edit(args[1]!, HashValue).set(args[2]!, sum);
		return integer(sum);
	},
};
