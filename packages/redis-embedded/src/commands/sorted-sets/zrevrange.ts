import { parseInteger, syntaxError } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { SortedSetValue } from '../../values/sorted-set.ts';
import { byRank, scoredReply } from './range.ts';

export const command: Command = {
	name: 'ZREVRANGE',
	arity: -4,
	keys: [1, 1, 1],
	run(args, client) {
		if (args.length > 5 || (args[4] && args[4].toUpperCase() !== 'WITHSCORES')) throw syntaxError();
		const [from, to] = [parseInteger(args[2]), parseInteger(args[3])];
		const found = byRank(client.db.read(args[1]!, SortedSetValue), from, to, true);
		return scoredReply(client, found, args.length === 5);
	},
};
