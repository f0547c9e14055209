import { type Command, writesKey } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';
import { SetValue } from '../../values/set.ts';

export const command: Command = {
	name: 'SADD',
	arity: -3,
	...writesKey,
	run(args, client) {
		const members = args.slice(2);
		const found = client.db.read(args[1]!, SetValue);
		if (members.every((member) => found?.members.has(member))) return integer(0);
		const value = client.db.edit(args[1]!, SetValue);
		return integer(members.filter((member) => value.add(member)).length);
	},
};
