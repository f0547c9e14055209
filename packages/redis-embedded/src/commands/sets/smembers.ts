import type { Command } from '../../engine/command.ts';
import { bulk, set } from '../../protocol/reply.ts';
import { SetValue } from '../../values/set.ts';

export const command: Command = {
	name: 'SMEMBERS',
	arity: 2,
	keys: [1, 1, 1],
	run: (args, client) => set(client, [...(client.db.read(args[1]!, SetValue)?.members ?? [])].map(bulk)),
};
