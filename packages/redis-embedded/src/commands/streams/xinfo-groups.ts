import type { Command } from '../../engine/command.ts';
import { array, bulk, integer, map, nil, RedisError } from '../../protocol/reply.ts';
import { StreamValue } from '../../values/stream.ts';
import { formatId } from '../../values/stream-id.ts';
import { groupLag } from './group-lag.ts';

export const command: Command = {
	name: 'XINFO GROUPS',
	arity: 3,
	run(args, client) {
		const stream = client.db.read(args[2]!, StreamValue);
		if (stream === undefined) throw new RedisError('ERR no such key');
		const groups = [...stream.groups.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
		return array(
			groups.map((group) => {
				const lag = groupLag(stream, group);
				return map(client, [
					...[bulk('name'), bulk(group.name)],
					...[bulk('consumers'), integer(group.consumers.size)],
					...[bulk('pending'), integer(group.pending.size)],
					...[bulk('last-delivered-id'), bulk(formatId(group.last))],
					...[bulk('entries-read'), group.read === null ? nil(client) : integer(group.read)],
					...[bulk('lag'), lag === null ? nil(client) : integer(lag)],
				]);
			}),
		);
	},
};
