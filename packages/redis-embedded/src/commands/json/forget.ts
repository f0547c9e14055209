import { type Command, freesKey } from '../../engine/command.ts';
import { remove } from './del.ts';

export const command: Command = {
	name: 'JSON.FORGET',
	arity: -2,
	...freesKey,
	run: remove,
};
