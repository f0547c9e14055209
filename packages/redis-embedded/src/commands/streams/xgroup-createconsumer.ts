import type { Command } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';
import { StreamValue } from '../../values/stream.ts';
import { groupIn, streamOf } from './find-group.ts';

export const command: Command = {
	name: 'XGROUP CREATECONSUMER',
	arity: 5,
	write: true,
	run(args, client) {
		const group = groupIn(streamOf(client, args[2]!), args[2]!, args[3]!);
		if (group.consumers.has(args[4]!)) return integer(0);
		client.db.edit(args[2]!, StreamValue).seeConsumer(group, args[4]!, client.db.now);
		return integer(1);
	},
};
