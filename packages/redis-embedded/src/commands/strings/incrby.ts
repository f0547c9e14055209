import { parseInt64 } from '../../engine/arguments.ts';
import { type Command, writesKey } from '../../engine/command.ts';
import { increment } from './incr.ts';

export const command: Command = {
	name: 'INCRBY',
	arity: 3,
	...writesKey,
	run: (args, client) => increment(client, args[1]!, parseInt64(args[2])),
};
