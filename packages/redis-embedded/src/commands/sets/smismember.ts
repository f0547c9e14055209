import type { Command } from '../../engine/command.ts';
import { array, integer } from '../../protocol/reply.ts';
import { SetValue } from '../../values/set.ts';

export const command: Command = {
	name: 'SMISMEMBER',
	arity: -3,
	keys: [1, 1, 1],
	run(args, client) {
		const members = client.db.read(args[1]!, SetValue)?.members;
		return array(args.slice(2).map((member) => integer(members?.has(member) ? 1 : 0)));
	},
};
