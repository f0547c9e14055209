import type { Command } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'PUBSUB NUMPAT',
	arity: 2,
	run: (_args, client) => integer(client.engine.pubsub.patterns.size),
};
