import type { Command } from '../../engine/command.ts';
import { double, nil } from '../../protocol/reply.ts';
import { SortedSetValue } from '../../values/sorted-set.ts';

export const command: Command = {
	name: 'ZSCORE',
	arity: 3,
	keys: [1, 1, 1],
	run(args, client) {
		const score = client.db.read(args[1]!, SortedSetValue)?.score(args[2]!);
		return score === undefined ? nil(client) : double(client, score);
	},
};
