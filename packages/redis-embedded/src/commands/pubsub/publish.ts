import type { Command } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'PUBLISH',
	arity: 3,
	run: (args, client) => integer(client.engine.pubsub.publish(args[1]!, args[2]!)),
};
