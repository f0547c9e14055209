import { syntaxError } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { bulk, integer, map, nil, RedisError } from '../../protocol/reply.ts';
import { StreamValue } from '../../values/stream.ts';
import { formatId, MIN_ID } from '../../values/stream-id.ts';
import { entryReply } from './entry-reply.ts';

export const command: Command = {
	name: 'XINFO STREAM',
	arity: -3,
	run(args, client) {
		const stream = client.db.read(args[2]!, StreamValue);
		if (stream === undefined) throw new RedisError('ERR no such key');
		if (args.length > 3) throw syntaxError();
		const ends = [stream.entries.first(), stream.entries.last()].map((entry) =>
			entry ? entryReply(client, entry.id, entry) : nil(client),
		);
		const nodes = Math.ceil(stream.entries.size / 100);
		return map(client, [
			...[bulk('length'), integer(stream.entries.size)],
			...[bulk('radix-tree-keys'), integer(nodes)],
			...[bulk('radix-tree-nodes'), integer(nodes + 1)],
			...[bulk('last-generated-id'), bulk(formatId(stream.last))],
			...[bulk('max-deleted-entry-id'), bulk(formatId(stream.maxDeleted))],
			...[bulk('entries-added'), integer(stream.added)],
			...[bulk('recorded-first-entry-id'), bulk(formatId(stream.entries.first()?.id ?? MIN_ID))],
			...[bulk('groups'), integer(stream.groups.size)],
			...[bulk('first-entry'), ends[0]!],
			...[bulk('last-entry'), ends[1]!],
		]);
	},
};
