import type { Command } from '../../engine/command.ts';
import { describeClient } from '../../engine/identity.ts';
import { verbatim } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'CLIENT LIST',
	arity: -2,
	run: (_args, client) =>
		verbatim(client, [...client.engine.clients.values()].map((each) => `${describeClient(each)}\n`).join('')),
};
