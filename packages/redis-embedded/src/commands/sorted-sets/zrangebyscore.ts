import { parseInteger, syntaxError } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { SortedSetValue } from '../../values/sorted-set.ts';
import { scoreBounds } from './bounds.ts';
import { scoredReply, withinBounds } from './range.ts';

export const command: Command = rangeByScore('ZRANGEBYSCORE', false);

export function rangeByScore(name: string, reverse: boolean): Command {
	return {
		name,
		arity: -4,
		keys: [1, 1, 1],
		run(args, client) {
			let withScores = false;
			let limit: { offset: number; count: number } | undefined;
			for (let i = 4; i < args.length; i++) {
				const option = args[i]!.toUpperCase();
				if (option === 'WITHSCORES') withScores = true;
				else if (option === 'LIMIT' && i + 2 < args.length) {
					limit = { offset: parseInteger(args[++i]), count: parseInteger(args[++i]) };
				} else throw syntaxError();
			}
			const bounds = reverse ? scoreBounds(args[3]!, args[2]!) : scoreBounds(args[2]!, args[3]!);
			const found = withinBounds(client.db.read(args[1]!, SortedSetValue), bounds, { reverse, ...limit });
			return scoredReply(client, found, withScores);
		},
	};
}
