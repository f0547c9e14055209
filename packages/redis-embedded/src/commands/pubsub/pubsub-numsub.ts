import type { Command } from '../../engine/command.ts';
import { array, bulk, integer } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'PUBSUB NUMSUB',
	arity: -2,
	run(args, client) {
		const { channels } = client.engine.pubsub;
		return array(args.slice(2).flatMap((name) => [bulk(name), integer(channels.get(name)?.size ?? 0)]));
	},
};
