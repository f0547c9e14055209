import type { Command } from '../../engine/command.ts';
import { array, nil } from '../../protocol/reply.ts';
import { describe, command as everything } from './command.ts';

export const command: Command = {
	name: 'COMMAND INFO',
	arity: -2,
	run(args, client) {
		if (args.length === 2) return everything.run(args, client)!;
		const named = args.slice(2).map((name) => client.engine.commands.named(name));
		return array(named.map((each) => (each ? describe(each, client) : nil(client))));
	},
};
