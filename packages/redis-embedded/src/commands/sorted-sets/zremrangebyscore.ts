import type { Command } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';
import { SortedSetValue } from '../../values/sorted-set.ts';
import { scoreBounds } from './bounds.ts';
import { withinBounds } from './range.ts';
import { removeScored } from './zrem.ts';

export const command: Command = {
	name: 'ZREMRANGEBYSCORE',
	arity: 4,
	write: true,
	keys: [1, 1, 1],
	run(args, client) {
		const bounds = scoreBounds(args[2]!, args[3]!);
		const found = withinBounds(client.db.read(args[1]!, SortedSetValue), bounds);
		return integer(
			removeScored(
				client,
				args[1]!,
				found.map((item) => item.member),
			),
		);
	},
};
