import { parseInteger, syntaxError } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { array, bulk, double, RedisError } from '../../protocol/reply.ts';
import { SortedSetValue } from '../../values/sorted-set.ts';
import { byRank, scoredReply } from './range.ts';
import { removeScored } from './zrem.ts';

export const command: Command = pop('ZPOPMIN', false);

export function pop(name: string, reverse: boolean): Command {
	return {
		name,
		arity: -2,
		write: true,
		keys: [1, 1, 1],
		run(args, client) {
			if (args.length > 3) throw syntaxError();
			const count = args[2] === undefined ? 1 : parseInteger(args[2]);
			if (count < 0) throw new RedisError('ERR value is out of range, must be positive');
			const value = client.db.read(args[1]!, SortedSetValue);
			const popped = count === 0 ? [] : byRank(value, 0, count - 1, reverse);
			removeScored(
				client,
				args[1]!,
				popped.map((item) => item.member),
			);
			// Without a count RESP3 gets the one pair flat.
			const [only] = popped;
			if (args[2] === undefined && only) return array([bulk(only.member), double(client, only.score)]);
			return scoredReply(client, popped, true);
		},
	};
}
