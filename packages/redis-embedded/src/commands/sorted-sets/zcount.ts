import type { Command } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';
import { SortedSetValue } from '../../values/sorted-set.ts';
import { type Bounds, countWithin, scoreBounds } from './bounds.ts';

export const counting = (name: string, boundsOf: (min: string, max: string) => Bounds): Command => ({
	name,
	arity: 4,
	keys: [1, 1, 1],
	run(args, client) {
		const bounds = boundsOf(args[2]!, args[3]!);
		return integer(countWithin(client.db.read(args[1]!, SortedSetValue), bounds));
	},
});

export const command = counting('ZCOUNT', scoreBounds);
