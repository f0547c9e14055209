import { parseInteger, syntaxError } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { RedisError } from '../../protocol/reply.ts';
import { SortedSetValue } from '../../values/sorted-set.ts';
import { memberBounds, scoreBounds } from './bounds.ts';
import { byRank, scoredReply, withinBounds } from './range.ts';

export const command: Command = {
	name: 'ZRANGE',
	arity: -4,
	keys: [1, 1, 1],
	run(args, client) {
		let by = 'RANK';
		let reverse = false;
		let withScores = false;
		let limit: { offset: number; count: number } | undefined;
		for (let i = 4; i < args.length; i++) {
			const option = args[i]!.toUpperCase();
			if (option === 'BYSCORE' || option === 'BYLEX') by = option;
			else if (option === 'REV') reverse = true;
			else if (option === 'WITHSCORES') withScores = true;
			else if (option === 'LIMIT' && i + 2 < args.length) {
				limit = { offset: parseInteger(args[++i]), count: parseInteger(args[++i]) };
			} else throw syntaxError();
		}
		if (limit && by === 'RANK') {
			throw new RedisError(
				'ERR syntax error, LIMIT is only supported in combination with either BYSCORE or BYLEX',
			);
		}
		if (withScores && by === 'BYLEX') {
			throw new RedisError('ERR syntax error, WITHSCORES not supported in combination with BYLEX');
		}
		const key = args[1]!;
		if (by === 'RANK') {
			const [from, to] = [parseInteger(args[2]), parseInteger(args[3])];
			return scoredReply(client, byRank(client.db.read(key, SortedSetValue), from, to, reverse), withScores);
		}
		const [min, max] = reverse ? [args[3]!, args[2]!] : [args[2]!, args[3]!];
		const bounds = by === 'BYSCORE' ? scoreBounds(min, max) : memberBounds(min, max);
		const found = withinBounds(client.db.read(key, SortedSetValue), bounds, { reverse, ...limit });
		return scoredReply(client, found, withScores);
	},
};
