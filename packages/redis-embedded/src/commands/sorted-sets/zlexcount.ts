import type { Command } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';
import { SortedSetValue } from '../../values/sorted-set.ts';
import { memberBounds } from './bounds.ts';

export const command: Command = {
	name: 'ZLEXCOUNT',
	arity: 4,
	keys: [1, 1, 1],
	run(args, client) {
		const bounds = memberBounds(args[2]!, args[3]!);
		const order = client.db.read(args[1]!, SortedSetValue)?.order;
		if (order === undefined) return integer(0);
		return integer(Math.max(0, order.rank((each) => !bounds.above(each)) - order.rank(bounds.below)));
	},
};
