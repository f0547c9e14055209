import { subcommandError } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { EMPTY_ARRAY } from '../../protocol/reply.ts';

/** Without a cluster nobody listens to a shard's channels. */
export const command: Command = {
	name: 'PUBSUB SHARDCHANNELS',
	arity: -2,
	run(args) {
		if (args.length > 3) throw subcommandError(args);
		return EMPTY_ARRAY;
	},
};
