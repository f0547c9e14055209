import type { Command } from '../../engine/command.ts';
import { OK } from '../../protocol/reply.ts';
import { readDefinition } from '../../search/definition.ts';

export const command: Command = {
	name: 'FT.CREATE',
	arity: -5,
	write: true,
	run(args, client) {
		client.engine.search.create(readDefinition(args));
		return OK;
	},
};
