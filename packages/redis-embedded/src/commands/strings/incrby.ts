import { parseInt64 } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { increment } from './incr.ts';

export const command: Command = {
	name: 'INCRBY',
	arity: 3,
	write: true,
	keys: [1, 1, 1],
	run: (args, client) => increment(client, args[1]!, parseInt64(args[2])),
};
