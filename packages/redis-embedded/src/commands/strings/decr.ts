import type { Command } from '../../engine/command.ts';
import { increment } from './incr.ts';

export const command: Command = {
	name: 'DECR',
	arity: 2,
	write: true,
	keys: [1, 1, 1],
	run: (args, client) => increment(client, args[1]!, -1n),
};
