import type { Command } from '../../engine/command.ts';
import { OK, RedisError } from '../../protocol/reply.ts';
import { StreamValue } from '../../values/stream.ts';
import { MIN_ID, parseId } from '../../values/stream-id.ts';
import { NO_KEY_FOR_GROUPS, streamOf } from './find-group.ts';
import { groupOptions } from './group-options.ts';

export const command: Command = {
	name: 'XGROUP CREATE',
	arity: -5,
	write: true,
	keys: [2, 2, 1],
	run(args, client) {
		const [key, name, id] = [args[2]!, args[3]!, args[4]!];
		const { make, read } = groupOptions(args);
		const found = make ? client.db.read(key, StreamValue) : streamOf(client, key, NO_KEY_FOR_GROUPS);
		const last = id === '$' ? (found?.last ?? MIN_ID) : parseId(id);
		if (found?.groups.has(name)) throw new RedisError('BUSYGROUP Consumer Group name already exists');
		const stream = found ?? client.db.edit(key, StreamValue);
		stream.setGroup(name, last, read);
		client.db.amend(key);
		return OK;
	},
};
