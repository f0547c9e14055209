import type { Command } from '../../engine/command.ts';
import { bulk, set } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'FT._LIST',
	arity: 1,
	run: (_args, client) => set(client, [...client.engine.search.indexes.keys()].map(bulk)),
};
