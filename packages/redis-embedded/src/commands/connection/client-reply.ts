import { syntaxError } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { OK } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'CLIENT REPLY',
	arity: 3,
	run(args, client) {
		const mode = args[2]!.toUpperCase();
		if (mode === 'ON') {
			client.muted = 0;
			return OK;
		}
		if (mode === 'OFF') client.muted = Number.POSITIVE_INFINITY;
		// This reply, and the next one.
		else if (mode === 'SKIP') client.muted = Math.max(client.muted, 2);
		else throw syntaxError();
		return '';
	},
};
