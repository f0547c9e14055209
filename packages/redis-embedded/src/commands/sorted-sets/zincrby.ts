import { type Command, writesKey } from '../../engine/command.ts';
import { command as zadd } from './zadd.ts';

export const command: Command = {
	name: 'ZINCRBY',
	arity: 4,
	...writesKey,
	run: ([, key, ...pair], client) => zadd.run(['ZADD', key!, 'INCR', ...pair], client),
};
