import { parseInteger, syntaxError } from '../../engine/arguments.ts';
import type { Client } from '../../engine/client.ts';
import type { Command } from '../../engine/command.ts';
import { array, bulk, bulks, EMPTY_ARRAY, integer, nil, nilArray } from '../../protocol/reply.ts';
import type { ConsumerGroup } from '../../values/consumer-group.ts';
import { compareIds, formatId, parseRange } from '../../values/stream-id.ts';
import { groupOf } from './find-group.ts';

export const command: Command = {
	name: 'XPENDING',
	arity: -3,
	keys: [1, 1, 1],
	run(args, client) {
		if (args.length === 3) return summary(client, groupOf(client, args[1]!, args[2]!).group);
		let at = 3;
		let idle = 0;
		if (args[3]!.toUpperCase() === 'IDLE') {
			idle = parseInteger(args[4]);
			at = 5;
		}
		if (args.length !== at + 3 && args.length !== at + 4) throw syntaxError();
		const bounds = parseRange(args[at]!, args[at + 1]!);
		const count = parseInteger(args[at + 2]);
		const { group } = groupOf(client, args[1]!, args[2]!);
		const owner = args[at + 3];
		const list = owner === undefined ? group.pending : group.consumers.get(owner)?.pending;
		if (bounds === undefined || list === undefined || count <= 0) return EMPTY_ARRAY;
		const replies: string[] = [];
		for (const pending of list.from(bounds[0])) {
			if (compareIds(pending.id, bounds[1]) > 0 || replies.length >= count) break;
			const elapsed = client.db.now - pending.deliveredAt;
			if (elapsed < idle) continue;
			const who = bulk(pending.consumer.name);
			replies.push(
				array([bulk(formatId(pending.id)), who, integer(Math.max(0, elapsed)), integer(pending.count)]),
			);
		}
		return array(replies);
	},
};

function summary(client: Client, group: ConsumerGroup): string {
	const { pending } = group;
	const [first, last] = [pending.first(), pending.last()];
	if (!first || !last) return array([integer(0), nil(client), nil(client), nilArray(client)]);
	const consumers = [...group.consumers.values()].filter((each) => each.pending.size > 0);
	consumers.sort((a, b) => (a.name < b.name ? -1 : 1));
	return array([
		integer(pending.size),
		bulk(formatId(first.id)),
		bulk(formatId(last.id)),
		array(consumers.map((each) => bulks([each.name, String(each.pending.size)]))),
	]);
}
