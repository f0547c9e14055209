import { parseInteger } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';
import { SortedSetValue } from '../../values/sorted-set.ts';
import { byRank } from './range.ts';
import { removeScored } from './zrem.ts';

export const command: Command = {
	name: 'ZREMRANGEBYRANK',
	arity: 4,
	write: true,
	keys: [1, 1, 1],
	run(args, client) {
		const [from, to] = [parseInteger(args[2]), parseInteger(args[3])];
		const found = byRank(client.db.read(args[1]!, SortedSetValue), from, to, false);
		return integer(
			removeScored(
				client,
				args[1]!,
				found.map((item) => item.member),
			),
		);
	},
};
