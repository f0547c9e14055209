import { type Command, writesKey } from '../../engine/command.ts';
import { command as set } from './set.ts';

export const command: Command = {
	name: 'GETSET',
	arity: 3,
	...writesKey,
	run: (args, client) => set.run([...args, 'GET'], client),
};
