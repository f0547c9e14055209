import type { Command } from '../../engine/command.ts';
import { array, bulk, integer, integerOrNil, map } from '../../protocol/reply.ts';
import { byName } from '../../values/consumer-group.ts';
import { formatId } from '../../values/stream-id.ts';
import { streamOf } from './find-group.ts';
import { groupLag } from './group-lag.ts';

export const command: Command = {
	name: 'XINFO GROUPS',
	arity: 3,
	keys: [2, 2, 1],
	run(args, client) {
		const stream = streamOf(client, args[2]!);
		return array(
			byName(stream.groups).map((group) =>
				map(client, [
					...[bulk('name'), bulk(group.name)],
					...[bulk('consumers'), integer(group.consumers.size)],
					...[bulk('pending'), integer(group.pending.size)],
					...[bulk('last-delivered-id'), bulk(formatId(group.last))],
					...[bulk('entries-read'), integerOrNil(client, group.read)],
					...[bulk('lag'), integerOrNil(client, groupLag(stream, group))],
				]),
			),
		);
	},
};
