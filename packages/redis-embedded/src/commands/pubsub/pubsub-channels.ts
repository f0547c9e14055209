import { subcommandError } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { matchesGlob } from '../../engine/glob.ts';
import { bulks } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'PUBSUB CHANNELS',
	arity: -2,
	run(args, client) {
		if (args.length > 3) throw subcommandError(args);
		const channels = [...client.engine.pubsub.channels.keys()];
		return bulks(channels.filter((channel) => args[2] === undefined || matchesGlob(args[2], channel)));
	},
};
