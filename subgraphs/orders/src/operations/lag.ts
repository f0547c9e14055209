import { groupFigures } from '@infinite-blob/events/group-figures';
import { type Stream, streamGroups } from '@infinite-blob/events/streams';
import { colors } from './colors.ts';
import type { Command, Operation } from './command.ts';
import { givenStreams, streamOption } from './given-stream.ts';
import { table } from './table.ts';
import { duration, trouble } from './wording.ts';

export const lag: Command = {
	usage: 'lag [--stream NAME]',
	summary: 'shows how far each group has come in each stream',
	options: streamOption,
	check: givenStreams,
	async run(operation, given) {
		const rows = await Promise.all(givenStreams(given).map((stream) => rowsOf(operation, stream)));
		const figures = ['LAG', 'PENDING', 'OLDEST PENDING', 'CONSUMERS', 'DEAD LETTERS'];
		for (const line of table(['STREAM', 'GROUP', ...figures], rows.flat(), figures)) operation.print(line);
	},
};

async function rowsOf({ redis, now }: Operation, stream: Stream): Promise<string[][]> {
	const found = new Map((await groupFigures(redis, stream, now())).map((group) => [group.group, group]));
	const names = new Set<string>([...streamGroups[stream], ...found.keys()]);
	return [...names].map((name) => {
		const group = found.get(name);
		// It will read the whole stream when its service is started for the first time.
		if (!group) return [stream, name, colors.yellow('not there yet')];
		return [
			stream,
			name,
			trouble(group.lag),
			String(group.pending),
			group.pending > 0 ? duration(group.oldestPendingSeconds) : '-',
			String(group.consumers),
			trouble(group.deadLetters),
		];
	});
}
