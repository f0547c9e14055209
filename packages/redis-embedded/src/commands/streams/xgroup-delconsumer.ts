import type { Command } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';
import { groupIn, NO_KEY_FOR_GROUPS } from './find-group.ts';

export const command: Command = {
	name: 'XGROUP DELCONSUMER',
	arity: 5,
	write: true,
	frees: true,
	keys: [2, 2, 1],
	run(args, client) {
		const { stream, group } = groupIn(client, args[2]!, args[3]!, NO_KEY_FOR_GROUPS);
		const consumer = group.consumers.get(args[4]!);
		if (consumer === undefined) return integer(0);
		const pending = consumer.pending.size;
		stream.deleteConsumer(group, consumer);
		client.db.amend(args[2]!);
		return integer(pending);
	},
};
