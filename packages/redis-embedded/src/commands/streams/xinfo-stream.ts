import { parseInteger, subcommandError } from '../../engine/arguments.ts';
import type { Client } from '../../engine/client.ts';
import type { Command } from '../../engine/command.ts';
import { array, bulk, integer, integerOrNil, map, nil } from '../../protocol/reply.ts';
import { byName, type ConsumerGroup, type Pending } from '../../values/consumer-group.ts';
import type { StreamValue } from '../../values/stream.ts';
import { formatId, MIN_ID } from '../../values/stream-id.ts';
import { entriesReply, entryReply } from './entry-reply.ts';
import { streamOf } from './find-group.ts';
import { groupLag } from './group-lag.ts';

const DEFAULT_COUNT = 10;

export const command: Command = {
	name: 'XINFO STREAM',
	arity: -3,
	keys: [2, 2, 1],
	run(args, client) {
		const stream = streamOf(client, args[2]!);
		const { entries } = stream;
		const nodes = Math.ceil(entries.size / 100);
		return map(client, [
			...[bulk('length'), integer(entries.size)],
			...[bulk('radix-tree-keys'), integer(nodes)],
			...[bulk('radix-tree-nodes'), integer(nodes + 1)],
			...[bulk('last-generated-id'), bulk(formatId(stream.last))],
			...[bulk('max-deleted-entry-id'), bulk(formatId(stream.maxDeleted))],
			...[bulk('entries-added'), integer(stream.added)],
			...[bulk('recorded-first-entry-id'), bulk(formatId(entries.first()?.id ?? MIN_ID))],
			...(args.length === 3 ? summary(client, stream) : full(client, stream, parseCount(args))),
		]);
	},
};

/** What follows FULL: COUNT n, where 0 means all. */
function parseCount(args: readonly string[]): number {
	if (args[3]!.toUpperCase() !== 'FULL') throw subcommandError(args);
	if (args.length === 4) return DEFAULT_COUNT;
	if (args.length !== 6 || args[4]!.toUpperCase() !== 'COUNT') throw subcommandError(args);
	const count = parseInteger(args[5]);
	return count < 0 ? DEFAULT_COUNT : count || Number.POSITIVE_INFINITY;
}

function summary(client: Client, { groups, entries }: StreamValue): string[] {
	const [first, last] = [entries.first(), entries.last()].map((entry) =>
		entry ? entryReply(client, entry.id, entry) : nil(client),
	);
	return [
		...[bulk('groups'), integer(groups.size)],
		...[bulk('first-entry'), first!],
		...[bulk('last-entry'), last!],
	];
}

const full = (client: Client, stream: StreamValue, count: number): string[] => [
	...[bulk('entries'), entriesReply(client, stream.entries.from().take(count))],
	...[bulk('groups'), array(byName(stream.groups).map((group) => fullGroup(client, stream, group, count)))],
];

const fullGroup = (client: Client, stream: StreamValue, group: ConsumerGroup, count: number): string =>
	map(client, [
		...[bulk('name'), bulk(group.name)],
		...[bulk('last-delivered-id'), bulk(formatId(group.last))],
		...[bulk('entries-read'), integerOrNil(client, group.read)],
		...[bulk('lag'), integerOrNil(client, groupLag(stream, group))],
		...[bulk('pel-count'), integer(group.pending.size)],
		...[bulk('pending'), array(first(group.pending, count).map((each) => pendingReply(each, true)))],
		...[
			bulk('consumers'),
			array(
				byName(group.consumers).map(({ name, seenAt, activeAt, pending }) =>
					map(client, [
						...[bulk('name'), bulk(name)],
						...[bulk('seen-time'), integer(seenAt)],
						...[bulk('active-time'), integer(activeAt)],
						...[bulk('pel-count'), integer(pending.size)],
						...[bulk('pending'), array(first(pending, count).map((each) => pendingReply(each, false)))],
					]),
				),
			),
		],
	]);

const first = (list: ConsumerGroup['pending'], count: number): Pending[] => [...list.from().take(count)];

const pendingReply = ({ id, consumer, deliveredAt, count }: Pending, withOwner: boolean): string =>
	array([
		bulk(formatId(id)),
		...(withOwner ? [bulk(consumer.name)] : []),
		integer(deliveredAt),
		integer(count),
	]);
