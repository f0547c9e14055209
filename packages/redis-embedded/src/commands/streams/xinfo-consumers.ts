import type { Command } from '../../engine/command.ts';
import { array, bulk, integer, map, RedisError } from '../../protocol/reply.ts';
import { StreamValue } from '../../values/stream.ts';
import { groupIn } from './find-group.ts';

export const command: Command = {
	name: 'XINFO CONSUMERS',
	arity: 4,
	run(args, client) {
		const stream = client.db.read(args[2]!, StreamValue);
		if (stream === undefined) throw new RedisError('ERR no such key');
		const group = groupIn(stream, args[2]!, args[3]!);
		const consumers = [...group.consumers.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
		return array(
			consumers.map((consumer) => {
				const inactive = consumer.activeAt < 0 ? -1 : Math.max(0, client.db.now - consumer.activeAt);
				return map(client, [
					...[bulk('name'), bulk(consumer.name)],
					...[bulk('pending'), integer(consumer.pending.size)],
					...[bulk('idle'), integer(Math.max(0, client.db.now - consumer.seenAt))],
					...[bulk('inactive'), integer(inactive)],
				]);
			}),
		);
	},
};
