import type { Command } from '../../engine/command.ts';
import { bulk, nil } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'CLIENT GETNAME',
	arity: 2,
	run: (_args, client) => (client.name === '' ? nil(client) : bulk(client.name)),
};
