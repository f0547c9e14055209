import { parseInteger, syntaxError } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { RedisError } from '../../protocol/reply.ts';
import { SortedSetValue } from '../../values/sorted-set.ts';
import { type By, parseRange } from './bounds.ts';
import { scoredReply } from './score-reply.ts';

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
		const { by, withScores, ...portion } = rangeOptions(args, kind);
		const within = parseRange(by, args[2]!, args[3]!, portion);
		return scoredReply(client, within(client.db.read(args[1]!, SortedSetValue)), withScores);
	},
});

function rangeOptions(args: readonly string[], kind: RangeKind) {
	let { by, reverse } = kind;
	let withScores = false;
	let offset = 0;
	let count = -1;
	for (let i = 4; i < args.length; i++) {
		const option = args[i]!.toUpperCase();
		if (option === 'WITHSCORES') withScores = true;
		else if (option === 'LIMIT' && i + 2 < args.length) {
			offset = parseInteger(args[++i]);
			count = parseInteger(args[++i]);
		} else if (option === 'REV' && reverse === undefined) reverse = true;
		else if (option === 'BYSCORE' && by === undefined) by = 'score';
		else if (option === 'BYLEX' && by === undefined) by = 'member';
		else throw syntaxError();
	}
	by ??= 'rank';
	if (count !== -1 && by === 'rank') {
		throw new RedisError(
			'ERR syntax error, LIMIT is only supported in combination with either BYSCORE or BYLEX',
		);
	}
	if (withScores && by === 'member') {
		throw new RedisError('ERR syntax error, WITHSCORES not supported in combination with BYLEX');
	}
	return { by, reverse: reverse ?? false, withScores, offset, count };
}
