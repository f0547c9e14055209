import { discardDeadLetter } from '@infinite-blob/events/dead-letters';
import { type Command, Problem, UsageError } from './command.ts';
import { checkLetterIds, letterIn } from './given-letters.ts';
import { givenStreams, streamOption } from './given-stream.ts';
import { plain } from './plain.ts';

export const discard: Command = {
	usage: 'discard ID … [--stream NAME]',
	summary: 'takes dead letters away for good, such as those that hold no event',
	options: streamOption,
	check(given) {
		givenStreams(given);
		if (given.positionals.length === 0) throw new UsageError('Say which: an ID of "dead".');
		checkLetterIds(given);
	},
	async run({ redis, print }, given) {
		const problems: string[] = [];
		for (const id of given.positionals) {
			const found = await letterIn(redis, given, id);
			if (found && (await discardDeadLetter(redis, found.stream, id))) {
				const { event, group, text } = found;
				const what = event
					? `${plain(event.type, 40)} of ${plain(event.subject, 40)}`
					: `no event, but "${plain(text, 60)}"`;
				print(`Discarded ${id}, given up by ${plain(group, 20)}: ${what}.`);
			} else problems.push(`There is no dead letter ${id}.`);
		}
		if (problems.length > 0) throw new Problem(problems.join(' '));
	},
};
