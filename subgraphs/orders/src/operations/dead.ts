import { type DeadLetter, listDeadLetters } from '@infinite-blob/events/dead-letters';
import { colors } from './colors.ts';
import type { Command } from './command.ts';
import { givenStreams, streamOption } from './given-stream.ts';
import { plain } from './plain.ts';
import { table } from './table.ts';
import { moment } from './wording.ts';

export const dead: Command = {
	usage: 'dead [--stream NAME]',
	summary: 'lists what could not be handled: the dead letters',
	options: streamOption,
	check: givenStreams,
	async run({ redis, print }, given) {
		const letters = (
			await Promise.all(givenStreams(given).map((name) => listDeadLetters(redis, name)))
		).flat();
		if (letters.length === 0) return print('There are no dead letters.');
		for (const line of deadLetterTable(letters)) print(line);
		print();
		print(colors.dim('Once the cause is mended: npm run orders -- replay ID …, or replay --all'));
		print(
			colors.dim('What is not to be handled any more, or holds no event: npm run orders -- discard ID …'),
		);
	},
};

/** The lines of a table of dead letters. */
export function deadLetterTable(letters: DeadLetter[]): string[] {
	return table(
		['ID', 'GIVEN UP', 'STREAM', 'GROUP', 'EVENT', 'SUBJECT', 'ERROR'],
		letters.map(({ id, at, stream, group, event, error }) => [
			id,
			moment(at),
			stream,
			plain(group, 20),
			event ? plain(event.type, 40) : 'none',
			event ? plain(event.subject, 40) : '-',
			colors.red(plain(error, 120)),
		]),
	);
}
