import { findDeadLetter, replayAllDeadLetters, replayDeadLetter } from '@infinite-blob/events/dead-letters';
import type { Redis } from '@infinite-blob/redis/connect';
import { type Command, Problem, UsageError } from './command.ts';
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
		const bad = positionals.find((id) => !/^\d+-\d+$/.test(id));
		if (bad) throw new UsageError(`"${bad}" is no ID of a dead letter; they look like 1795428915300-0.`);
	},
	async run({ redis, print }, given) {
		const streams = givenStreams(given);
		if (given.values.all) {
			const outcomes = await Promise.all(streams.map((stream) => replayAllDeadLetters(redis, stream)));
			const count = outcomes.reduce((sum, { replayed }) => sum + replayed.length, 0);
			const left = outcomes.flatMap((outcome) => outcome.left);
			print(`Replayed ${count} of ${count + left.length} dead letters.`);
			if (left.length > 0) throw new Problem(`No event is in ${left.map(({ id }) => id).join(', ')}.`);
			return;
		}
		const problems: string[] = [];
		for (const id of given.positionals) {
			const found = await letterIn(redis, streams, id);
			if (found?.event && (await replayDeadLetter(redis, found.stream, id))) {
				const { type, subject } = found.event;
				print(`Replayed ${id}: ${plain(type, 40)} of ${plain(subject, 40)}, to ${found.stream}.`);
			} else problems.push(found ? `No event is in ${id}.` : `There is no dead letter ${id}.`);
		}
		if (problems.length > 0) throw new Problem(problems.join(' '));
	},
};

async function letterIn(redis: Redis, streams: ReturnType<typeof givenStreams>, id: string) {
	for (const stream of streams) {
		const letter = await findDeadLetter(redis, stream, id);
		if (letter) return letter;
	}
	return undefined;
}
