import { parseInteger, syntaxError } from '../../engine/arguments.ts';
import type { Client } from '../../engine/client.ts';
import type { Command } from '../../engine/command.ts';
import { array, bulk, bulks, EMPTY_ARRAY, integer, nil, nilArray } from '../../protocol/reply.ts';
import { byName, type ConsumerGroup } from '../../values/consumer-group.ts';
import { formatId, parseEnd, parseStart } from '../../values/stream-id.ts';
import { groupOf } from './find-group.ts';

export const command: Command = {
	name: 'XPENDING',
	arity: -3,
	keys: [1, 1, 1],
	run(args, client) {
		if (args.length === 3) return summary(client, groupOf(client, args[1]!, args[2]!).group);
		if (args.length < 6 || args.length > 9) throw syntaxError();
		let at = 3;
		let idle = 0;
		if (args[3]!.toUpperCase() === 'IDLE') {
			idle = parseInteger(args[4]);
			if (args.length < 8) throw syntaxError();
			at = 5;
		}
		const count = Math.max(0, parseInteger(args[at + 2]));
		const start = parseStart(args[at]!);
		const end = parseEnd(args[at + 1]!);
		const { group } = groupOf(client, args[1]!, args[2]!);
		const owner = args[at + 3];
		const list = owner === undefined ? group.pending : group.consumers.get(owner)?.pending;
		if (list === undefined) return EMPTY_ARRAY;
		const { now } = client.db;
		const found = list
			.range(start, end)
			.filter(({ deliveredAt }) => idle <= 0 || now - deliveredAt >= idle)
			.take(count)
			.map(({ id, consumer, deliveredAt, count }) => {
				const elapsed = integer(Math.max(0, now - deliveredAt));
				return array([bulk(formatId(id)), bulk(consumer.name), elapsed, integer(count)]);
			});
		return array([...found]);
	},
};

function summary(client: Client, { pending, consumers }: ConsumerGroup): string {
	const [first, last] = [pending.first(), pending.last()];
	if (!first || !last) return array([integer(0), nil(client), nil(client), nilArray(client)]);
	const owners = byName(consumers).filter((each) => each.pending.size > 0);
	return array([
		integer(pending.size),
		bulk(formatId(first.id)),
		bulk(formatId(last.id)),
		array(owners.map((each) => bulks([each.name, String(each.pending.size)]))),
	]);
}
