import type { Command } from '../../engine/command.ts';
import { command as zadd } from './zadd.ts';

export const command: Command = {
	name: 'ZINCRBY',
	arity: 4,
	write: true,
	keys: [1, 1, 1],
	run: ([, key, ...pair], client) => zadd.run(['ZADD', key!, 'INCR', ...pair], client),
};
