import type { Command } from '../../engine/command.ts';
import { array, bulk, integer } from '../../protocol/reply.ts';

/** Without a cluster nobody listens to a shard's channels. */
export const command: Command = {
	name: 'PUBSUB SHARDNUMSUB',
	arity: -2,
	run: (args) => array(args.slice(2).flatMap((name) => [bulk(name), integer(0)])),
};
