import type { Command } from '../../engine/command.ts';
import { wrongArity } from '../../engine/command-table.ts';
import { bulk, bulks, simple } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'PING',
	arity: -1,
	pubsub: true,
	run(args, client) {
		if (args.length > 2) throw wrongArity(command);
		if (client.protocol === 2 && client.subscriptions > 0) return bulks(['pong', args[1] ?? '']);
		return args[1] === undefined ? simple('PONG') : bulk(args[1]);
	},
};
