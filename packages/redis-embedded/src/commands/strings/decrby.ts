import { fitsInt64, parseInt64 } from '../../engine/arguments.ts';
import { type Command, writesKey } from '../../engine/command.ts';
import { RedisError } from '../../protocol/reply.ts';
import { increment } from './incr.ts';

export const command: Command = {
	name: 'DECRBY',
	arity: 3,
	...writesKey,
	run(args, client) {
		const by = parseInt64(args[2]);
		if (!fitsInt64(-by)) throw new RedisError('ERR decrement would overflow');
		return increment(client, args[1]!, -by);
	},
};
