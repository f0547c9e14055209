import type { Command } from '../../engine/command.ts';
import { simple } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'TYPE',
	arity: 2,
	keys: [1, 1, 1],
	run: (args, client) => simple(client.db.find(args[1]!)?.value.type ?? 'none'),
};
