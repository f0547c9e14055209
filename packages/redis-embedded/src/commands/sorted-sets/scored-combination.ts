import { parseCount, parseDouble, parseInteger, syntaxError } from '../../engine/arguments.ts';
import type { Client } from '../../engine/client.ts';
import { type Command, writesKey } from '../../engine/command.ts';
import { integer, RedisError } from '../../protocol/reply.ts';
import { SetValue } from '../../values/set.ts';
import { SortedSetValue } from '../../values/sorted-set.ts';
import type { Combine } from '../sets/combination.ts';
import { scoredReply } from './score-reply.ts';

/** A command that answers what is made of several sorted sets, or of plain sets whose members count 1 each. */
export const scoredCombination = (name: string, combine: Combine, options: readonly string[]): Command => ({
	name,
	arity: -3,
	run(args, client) {
		const { value, withScores } = combined(args, 1, client, combine, [...options, 'WITHSCORES']);
		return scoredReply(client, [...value.order.from()], withScores);
	},
});

/** A command that stores it. */
export const storedCombination = (name: string, combine: Combine, options: readonly string[]): Command => ({
	name,
	arity: -4,
	...writesKey,
	run(args, client) {
		const { value } = combined(args, 2, client, combine, options);
		if (value.empty) client.db.remove(args[1]!);
		else client.db.put(args[1]!, value);
		return integer(value.scores.size);
	},
});

export const WEIGHING = ['WEIGHTS', 'AGGREGATE'];

const AGGREGATES: Record<string, (a: number, b: number) => number> = {
	SUM: (a, b) => a + b,
	MIN: Math.min,
	MAX: Math.max,
};

/** Combines the sets whose number stands at `at`, by those of the options that are known. */
export function combined(
	args: readonly string[],
	at: number,
	client: Client,
	combine: Combine,
	known: readonly string[],
) {
	const count = parseInteger(args[at]);
	if (count < 1) {
		throw new RedisError(`ERR at least 1 input key is needed for '${args[0]!.toLowerCase()}' command`);
	}
	const first = at + 1;
	if (count > args.length - first) throw syntaxError();
	const sets = args.slice(first, first + count).map((key) => scoresOf(client, key));
	const { weights, aggregate, withScores, limit } = readOptions(args.slice(first + count), count, known);
	// Sums depend on the order of what is added: Redis begins with the smallest set.
	const sources = sets
		.map((scores, i) => ({ scores, weight: weights[i] ?? 1 }))
		.sort((a, b) => a.scores.size - b.scores.size);
	const value = new SortedSetValue();
	for (const member of combine(sets.map((scores) => new Set(scores.keys())))) {
		const weighed = sources
			.filter(({ scores }) => scores.has(member))
			.map(({ scores, weight }) => zeroForNaN(scores.get(member)! * weight));
		value.set(
			member,
			weighed.reduce((a, b) => zeroForNaN(aggregate(a, b))),
		);
	}
	return { value, withScores, limit };
}

/** Infinity times 0, and infinities that cancel out. */
const zeroForNaN = (score: number): number => (Number.isNaN(score) ? 0 : score);

function readOptions(words: readonly string[], count: number, known: readonly string[]) {
	let weights: readonly number[] = [];
	let aggregate = AGGREGATES.SUM!;
	let withScores = false;
	let limit = 0;
	for (let i = 0; i < words.length; i++) {
		const option = words[i]!.toUpperCase();
		if (!known.includes(option)) throw syntaxError();
		if (option === 'WITHSCORES') withScores = true;
		else if (option === 'WEIGHTS' && words.length - i > count) {
			const texts = words.slice(i + 1, i + 1 + count);
			weights = texts.map((text) => parseDouble(text, 'ERR weight value is not a float'));
			i += count;
		} else if (option === 'AGGREGATE' && AGGREGATES[words[i + 1]?.toUpperCase() ?? '']) {
			aggregate = AGGREGATES[words[++i]!.toUpperCase()]!;
		} else if (option === 'LIMIT' && i + 1 < words.length) {
			limit = parseCount(words[++i], "ERR LIMIT can't be negative");
		} else throw syntaxError();
	}
	return { weights, aggregate, withScores, limit };
}

function scoresOf(client: Client, key: string): ReadonlyMap<string, number> {
	const value = client.db.find(key)?.value;
	if (value instanceof SetValue) return new Map([...value.members].map((member) => [member, 1]));
	const scored = client.db.read(key, SortedSetValue)?.scores.values() ?? [];
	return new Map([...scored].map(({ member, score }) => [member, score]));
}
