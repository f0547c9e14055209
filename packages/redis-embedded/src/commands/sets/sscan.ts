import { syntaxError } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { matchesGlob } from '../../engine/glob.ts';
import { scanOptions } from '../../engine/scan.ts';
import { array, bulk, bulks } from '../../protocol/reply.ts';
import { SetValue } from '../../values/set.ts';

export const command: Command = {
	name: 'SSCAN',
	arity: -3,
	keys: [1, 1, 1],
	run(args, client) {
		const { pattern, rest } = scanOptions(args, 2);
		if (rest.length > 0) throw syntaxError();
		const members = [...(client.db.read(args[1]!, SetValue)?.members ?? [])];
		return array([
			bulk('0'),
			bulks(members.filter((each) => pattern === undefined || matchesGlob(pattern, each))),
		]);
	},
};
