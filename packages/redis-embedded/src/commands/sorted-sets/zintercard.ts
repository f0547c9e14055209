import type { Command } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';
import { intersection } from '../sets/combination.ts';
import { combined } from './scored-combination.ts';

export const command: Command = {
	name: 'ZINTERCARD',
	arity: -3,
	run(args, client) {
		const { value, limit } = combined(args, 1, client, intersection, ['LIMIT']);
		const { size } = value.scores;
		return integer(limit > 0 ? Math.min(limit, size) : size);
	},
};
