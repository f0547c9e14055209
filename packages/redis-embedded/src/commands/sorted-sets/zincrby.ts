import { parseDouble } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { double, RedisError } from '../../protocol/reply.ts';
import { SortedSetValue } from '../../values/sorted-set.ts';

export const command: Command = {
	name: 'ZINCRBY',
	arity: 4,
	write: true,
	keys: [1, 1, 1],
	run(args, client) {
		const by = parseDouble(args[2]);
		const score = (client.db.read(args[1]!, SortedSetValue)?.score(args[3]!) ?? 0) + by;
		if (Number.isNaN(score)) throw new RedisError('ERR resulting score is not a number (NaN)');
		client.db.edit(args[1]!, SortedSetValue).set(args[3]!, score);
		return double(client, score);
	},
};
