import { syntaxError } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { withArguments } from '../../engine/command-table.ts';
import { bulks } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'COMMAND LIST',
	arity: -2,
	run(args, client) {
		if (args.length > 2) throw syntaxError();
		const table = client.engine.commands;
		const commands = [...table.commands.values()].flatMap((each) => [each, ...table.within(each)]);
		return bulks(commands.map(withArguments));
	},
};
