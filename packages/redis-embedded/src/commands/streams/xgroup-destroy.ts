import type { Command } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';
import { NO_KEY_FOR_GROUPS, streamOf } from './find-group.ts';

export const command: Command = {
	name: 'XGROUP DESTROY',
	arity: 4,
	write: true,
	frees: true,
	keys: [2, 2, 1],
	run(args, client) {
		const stream = streamOf(client, args[2]!, NO_KEY_FOR_GROUPS);
		const group = stream.groups.get(args[3]!);
		if (group === undefined) return integer(0);
		stream.destroyGroup(group);
		client.db.amend(args[2]!);
		client.engine.waiting.touch(args[2]!);
		return integer(1);
	},
};
