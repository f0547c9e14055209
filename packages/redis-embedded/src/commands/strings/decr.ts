import { type Command, writesKey } from '../../engine/command.ts';
import { increment } from './incr.ts';

export const command: Command = {
	name: 'DECR',
	arity: 2,
	...writesKey,
	run: (args, client) => increment(client, args[1]!, -1n),
};
