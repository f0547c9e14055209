import { type Command, writesKey } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';
import { SetValue } from '../../values/set.ts';

export const command: Command = {
	name: 'SADD',
	arity: -3,
	...writesKey,
	run(args, client) {
		const members = client.db.read(args[1]!, SetValue)?.members;
		const added = new Set(args.slice(2).filter((member) => !members?.has(member)));
		if (added.size === 0) return integer(0);
		const value = client.db.edit(args[1]!, SetValue);
		for (const member of added) value.add(member);
		return integer(added.size);
	},
};
