import { type Command, freesKey } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';
import { SortedSetValue } from '../../values/sorted-set.ts';
import { removeElements } from '../sets/remove-elements.ts';
import { type By, parseRange } from './bounds.ts';

export const removingRange = (name: string, by: By): Command => ({
	name,
	arity: 4,
	...freesKey,
	run(args, client) {
		const within = parseRange(by, args[2]!, args[3]!);
		const members = within(client.db.read(args[1]!, SortedSetValue)).map(({ member }) => member);
		return integer(removeElements(client, args[1]!, SortedSetValue, members));
	},
});

export const command = removingRange('ZREMRANGEBYSCORE', 'score');
