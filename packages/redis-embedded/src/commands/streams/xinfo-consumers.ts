import type { Command } from '../../engine/command.ts';
import { array, bulk, integer, map } from '../../protocol/reply.ts';
import { byName } from '../../values/consumer-group.ts';
import { groupIn } from './find-group.ts';

export const command: Command = {
	name: 'XINFO CONSUMERS',
	arity: 4,
	keys: [2, 2, 1],
	run(args, client) {
		const { group } = groupIn(client, args[2]!, args[3]!);
		const { now } = client.db;
		return array(
			byName(group.consumers).map(({ name, pending, seenAt, activeAt }) =>
				map(client, [
					...[bulk('name'), bulk(name)],
					...[bulk('pending'), integer(pending.size)],
					...[bulk('idle'), integer(Math.max(0, now - seenAt))],
					...[bulk('inactive'), integer(activeAt < 0 ? -1 : now - activeAt)],
				]),
			),
		);
	},
};
