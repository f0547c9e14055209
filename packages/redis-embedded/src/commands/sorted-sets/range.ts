import { parseInteger, syntaxError } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { RedisError } from '../../protocol/reply.ts';
import { SortedSetValue } from '../../values/sorted-set.ts';
import { byRank, memberBounds, scoreBounds, withinBounds } from './bounds.ts';
import { scoredReply } from './score-reply.ts';

type By = 'rank' | 'score' | 'member';

/** What a range reads by, and whether from the end: as its name says, or left to its options. */
interface RangeKind {
	readonly by?: By;
	readonly reverse?: boolean;
}

/** ZRANGE and those that were there before it. */
export const range = (name: string, kind: RangeKind = {}): Command => ({
	name,
	arity: -4,
	keys: [1, 1, 1],
	run(args, client) {
		const { by, reverse, withScores, limit } = rangeOptions(args, kind);
		const [key, start, end] = args.slice(1) as [string, string, string];
		if (by === 'rank') {
			const [from, to] = [parseInteger(start), parseInteger(end)];
			return scoredReply(client, byRank(client.db.read(key, SortedSetValue), from, to, reverse), withScores);
		}
		const [min, max] = reverse ? [end, start] : [start, end];
		const bounds = by === 'score' ? scoreBounds(min, max) : memberBounds(min, max);
		const found = withinBounds(client.db.read(key, SortedSetValue), bounds, { reverse, ...limit });
		return scoredReply(client, found, withScores);
	},
});

function rangeOptions(args: readonly string[], kind: RangeKind) {
	let { by, reverse } = kind;
	let withScores = false;
	let limit: { offset: number; count: number } | undefined;
	for (let i = 4; i < args.length; i++) {
		const option = args[i]!.toUpperCase();
		if (option === 'WITHSCORES') withScores = true;
		else if (option === 'LIMIT' && i + 2 < args.length) {
			limit = { offset: parseInteger(args[++i]), count: parseInteger(args[++i]) };
		} else if (option === 'REV' && kind.reverse === undefined) reverse = true;
		else if (option === 'BYSCORE' && kind.by === undefined) by = 'score';
		else if (option === 'BYLEX' && kind.by === undefined) by = 'member';
		else throw syntaxError();
	}
	by ??= 'rank';
	if (limit !== undefined && limit.count !== -1 && by === 'rank') {
		throw new RedisError(
			'ERR syntax error, LIMIT is only supported in combination with either BYSCORE or BYLEX',
		);
	}
	if (withScores && by === 'member') {
		throw new RedisError('ERR syntax error, WITHSCORES not supported in combination with BYLEX');
	}
	return { by, reverse: reverse ?? false, withScores, limit };
}
