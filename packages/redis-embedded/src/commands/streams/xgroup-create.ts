import type { Command } from '../../engine/command.ts';
import { OK, RedisError } from '../../protocol/reply.ts';
import { StreamValue } from '../../values/stream.ts';
import { MIN_ID, parseId } from '../../values/stream-id.ts';
import { streamOf } from './find-group.ts';
import { readEntriesRead } from './xgroup-setid.ts';

export const command: Command = {
	name: 'XGROUP CREATE',
	arity: -5,
	write: true,
	run(args, client) {
		const [key, name, id] = [args[2]!, args[3]!, args[4]!];
		const make = args.slice(5).some((option) => option.toUpperCase() === 'MKSTREAM');
		const read = readEntriesRead(args.slice(5).filter((option) => option.toUpperCase() !== 'MKSTREAM'));
		const found = make ? client.db.read(key, StreamValue) : streamOf(client, key);
		const last = id === '$' ? (found?.last ?? MIN_ID) : parseId(id, 0);
		if (found?.groups.has(name)) throw new RedisError('BUSYGROUP Consumer Group name already exists');
		client.db.edit(key, StreamValue).setGroup(name, last, read);
		return OK;
	},
};
