import { replayAllDeadLetters, replayDeadLetter } from '@infinite-blob/events/dead-letters';
import { type Command, Problem, UsageError } from './command.ts';
import { checkLetterIds, letterIn } from './given-letters.ts';
import { givenStreams, streamOption } from './given-stream.ts';
import { plain } from './plain.ts';

export const replay: Command = {
	usage: 'replay ID … | --all [--stream NAME]',
	summary: 'gives dead letters to their stream again',
	options: { all: { type: 'boolean' }, ...streamOption },
	check(given) {
		givenStreams(given);
		const { positionals, values } = given;
		if (positionals.length === 0 && !values.all)
			throw new UsageError('Say which: an ID of "dead", or --all.');
		if (positionals.length > 0 && values.all) throw new UsageError('Give either IDs or --all.');
		checkLetterIds(given);
	},
	async run({ redis, print }, given) {
		if (given.values.all) {
			const streams = givenStreams(given);
			const outcomes = await Promise.all(streams.map((stream) => replayAllDeadLetters(redis, stream)));
			const count = outcomes.reduce((sum, { replayed }) => sum + replayed.length, 0);
			const left = outcomes.flatMap((outcome) => outcome.left);
			print(`Replayed ${count} of ${count + left.length} dead letters.`);
			if (left.length > 0) throw new Problem(noEventIn(left.map(({ id }) => id)));
			return;
		}
		const problems: string[] = [];
		for (const id of given.positionals) {
			const found = await letterIn(redis, given, id);
			if (found?.event && (await replayDeadLetter(redis, found.stream, id))) {
				const { type, subject } = found.event;
				print(`Replayed ${id}: ${plain(type, 40)} of ${plain(subject, 40)}, to ${found.stream}.`);
			} else problems.push(found && !found.event ? noEventIn([id]) : `There is no dead letter ${id}.`);
		}
		if (problems.length > 0) throw new Problem(problems.join(' '));
	},
};

function noEventIn(ids: string[]): string {
	const them = ids.length === 1 ? 'it' : 'them';
	return `No event is in ${ids.join(', ')}: npm run orders -- discard ${ids.join(' ')} takes ${them} away.`;
}
