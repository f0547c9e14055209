import type { Command } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';
import { StreamValue } from '../../values/stream.ts';
import { streamOf } from './find-group.ts';

export const command: Command = {
	name: 'XGROUP DESTROY',
	arity: 4,
	write: true,
	run(args, client) {
		const group = streamOf(client, args[2]!).groups.get(args[3]!);
		if (group === undefined) return integer(0);
		client.db.edit(args[2]!, StreamValue).destroyGroup(group);
		return integer(1);
	},
};
