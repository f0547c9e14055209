import type { Command } from '../../engine/command.ts';
import { OK } from '../../protocol/reply.ts';
import { parseStart } from '../../values/stream-id.ts';
import { groupIn, NO_KEY_FOR_GROUPS } from './find-group.ts';
import { groupOptions } from './group-options.ts';

export const command: Command = {
	name: 'XGROUP SETID',
	arity: -5,
	write: true,
	frees: true,
	keys: [2, 2, 1],
	run(args, client) {
		const [key, name, id] = [args[2]!, args[3]!, args[4]!];
		const { read } = groupOptions(args);
		const { stream } = groupIn(client, key, name, NO_KEY_FOR_GROUPS);
		stream.setGroup(name, id === '$' ? stream.last : parseStart(id), read);
		client.db.amend(key);
		return OK;
	},
};
