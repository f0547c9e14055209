import { parseCount, syntaxError } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { integer, RedisError } from '../../protocol/reply.ts';
import { intersection, readSets } from './combination.ts';

export const command: Command = {
	name: 'SINTERCARD',
	arity: -3,
	run(args, client) {
		const count = parseCount(args[1], 'ERR numkeys should be greater than 0', 1);
		if (count > args.length - 2) {
			throw new RedisError("ERR Number of keys can't be greater than number of args");
		}
		let limit = 0;
		for (let i = 2 + count; i < args.length; i += 2) {
			if (args[i]!.toUpperCase() !== 'LIMIT' || i + 1 === args.length) throw syntaxError();
			limit = parseCount(args[i + 1], "ERR LIMIT can't be negative");
		}
		const { size } = intersection(readSets(client, args.slice(2, 2 + count)));
		return integer(limit > 0 ? Math.min(limit, size) : size);
	},
};
