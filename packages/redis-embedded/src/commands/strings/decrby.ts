import { fitsInt64, parseInt64 } from '../../engine/arguments.ts';
import { RedisError } from '../../protocol/reply.ts';
import { incrementing } from './increment.ts';

export const command = incrementing('DECRBY', 3, (args) => {
	const by = -parseInt64(args[2]);
	if (!fitsInt64(by)) throw new RedisError('ERR decrement would overflow');
	return by;
});
