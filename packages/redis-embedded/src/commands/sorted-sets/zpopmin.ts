import { parseCount, syntaxError } from '../../engine/arguments.ts';
import { type Command, freesKey } from '../../engine/command.ts';
import { array, bulk, double } from '../../protocol/reply.ts';
import { SortedSetValue } from '../../values/sorted-set.ts';
import { removeElements } from '../sets/remove-elements.ts';
import { byRank } from './bounds.ts';
import { scoredReply } from './score-reply.ts';

export const pop = (name: string, reverse: boolean): Command => ({
	name,
	arity: -2,
	...freesKey,
	run(args, client) {
		if (args.length > 3) throw syntaxError();
		const count = args[2] === undefined ? 1 : parseCount(args[2]);
		const value = client.db.read(args[1]!, SortedSetValue);
		const popped = count === 0 ? [] : byRank(value, 0, count - 1, reverse);
		const members = popped.map(({ member }) => member);
		removeElements(client, args[1]!, SortedSetValue, members);
		// Without a count RESP3 gets the one pair flat.
		const [only] = popped;
		if (args[2] === undefined && only) return array([bulk(only.member), double(client, only.score)]);
		return scoredReply(client, popped, true);
	},
});

export const command = pop('ZPOPMIN', false);
