import { syntaxError } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { matchesGlob } from '../../engine/glob.ts';
import { scanOptions } from '../../engine/scan.ts';
import { array, bulk, bulks, formatDouble } from '../../protocol/reply.ts';
import { SortedSetValue } from '../../values/sorted-set.ts';

export const command: Command = {
	name: 'ZSCAN',
	arity: -3,
	keys: [1, 1, 1],
	run(args, client) {
		const { pattern, rest } = scanOptions(args, 2);
		if (rest.length > 0) throw syntaxError();
		const all = [...(client.db.read(args[1]!, SortedSetValue)?.order.from() ?? [])];
		const found = all.filter(({ member }) => pattern === undefined || matchesGlob(pattern, member));
		return array([bulk('0'), bulks(found.flatMap(({ member, score }) => [member, formatDouble(score)]))]);
	},
};
