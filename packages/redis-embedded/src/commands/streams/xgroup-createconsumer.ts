import type { Command } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';
import { groupIn, NO_KEY_FOR_GROUPS } from './find-group.ts';

export const command: Command = {
	name: 'XGROUP CREATECONSUMER',
	arity: 5,
	write: true,
	keys: [2, 2, 1],
	run(args, client) {
		const { stream, group } = groupIn(client, args[2]!, args[3]!, NO_KEY_FOR_GROUPS);
		if (group.consumers.has(args[4]!)) return integer(0);
		stream.seeConsumer(group, args[4]!, client.db.now);
		client.db.amend(args[2]!);
		return integer(1);
	},
};
