import type { Command } from '../../engine/command.ts';
import { array, double, nil } from '../../protocol/reply.ts';
import { SortedSetValue } from '../../values/sorted-set.ts';

export const command: Command = {
	name: 'ZMSCORE',
	arity: -3,
	keys: [1, 1, 1],
	run(args, client) {
		const value = client.db.read(args[1]!, SortedSetValue);
		const scores = args.slice(2).map((member) => value?.score(member));
		return array(scores.map((score) => (score === undefined ? nil(client) : double(client, score))));
	},
};
