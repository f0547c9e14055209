import type { Command } from '../../engine/command.ts';
import { remove } from './del.ts';

export const command: Command = {
	name: 'JSON.FORGET',
	arity: -2,
	write: true,
	frees: true,
	keys: [1, 1, 1],
	run: remove,
};
