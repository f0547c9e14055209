import { parseInteger, readDouble } from '../../engine/arguments.ts';
import { RedisError } from '../../protocol/reply.ts';
import type { Scored, SortedSetValue } from '../../values/sorted-set.ts';

/** An interval of a sorted set: what lies before it, and what lies behind it. */
export interface Bounds {
	readonly below: (item: Scored) => boolean;
	readonly above: (item: Scored) => boolean;
}

/** An interval of scores; `(` excludes an end. */
export function scoreBounds(min: string, max: string): Bounds {
	const [low, high] = [scoreOf(min), scoreOf(max)];
	return {
		below: min.startsWith('(') ? ({ score }) => score <= low : ({ score }) => score < low,
		above: max.startsWith('(') ? ({ score }) => score >= high : ({ score }) => score > high,
	};
}

/** Here Redis takes leading spaces, and nothing for zero. */
function scoreOf(bound: string): number {
	const score = readDouble(bound.replace(/^\(/, '').trimStart() || '0');
	if (score === undefined) throw new RedisError('ERR min or max is not a float');
	return score;
}

/** An interval of members of the same score: `[a`, `(a`, `-`, `+`. */
export function memberBounds(min: string, max: string): Bounds {
	for (const bound of [min, max]) {
		if (!/^([[(]|[-+]$)/.test(bound)) throw new RedisError('ERR min or max not valid string range item');
	}
	const [low, high] = [min.slice(1), max.slice(1)];
	return {
		below: ({ member }) => min !== '-' && (min === '+' || (min[0] === '[' ? member < low : member <= low)),
		above: ({ member }) => max !== '+' && (max === '-' || (max[0] === '[' ? member > high : member >= high)),
	};
}

/** How many members are inside. */
export function countWithin(value: SortedSetValue | undefined, { below, above }: Bounds): number {
	if (value === undefined) return 0;
	return Math.max(0, value.order.rank((each) => !above(each)) - value.order.rank(below));
}

/** What a range reads by. */
export type By = 'rank' | 'score' | 'member';

/**
 * Understands a range, which Redis does before it looks at the key, for reading it: from its end if `reverse`,
 * and of scores or members so many from an offset (-1: all).
 */
export function parseRange(
	by: By,
	start: string,
	end: string,
	{ reverse = false, offset = 0, count = -1 } = {},
): (value: SortedSetValue | undefined) => Scored[] {
	if (by === 'rank') {
		const [from, to] = [parseInteger(start), parseInteger(end)];
		return (value) => byRank(value, from, to, reverse);
	}
	const [min, max] = reverse ? [end, start] : [start, end];
	const { below, above } = by === 'score' ? scoreBounds(min, max) : memberBounds(min, max);
	return (value) => {
		const found: Scored[] = [];
		if (value === undefined || offset < 0) return found;
		let skip = offset;
		for (const item of reverse ? value.order.backwards((item) => !above(item)) : value.order.from(below)) {
			if ((reverse ? below(item) : above(item)) || found.length === count) break;
			if (skip > 0) skip--;
			else found.push(item);
		}
		return found;
	};
}

/** Members by rank, both ends included; negative ranks count from the end. */
export function byRank(
	value: SortedSetValue | undefined,
	from: number,
	to: number,
	reverse = false,
): Scored[] {
	const size = value?.order.size ?? 0;
	const start = Math.max(0, from < 0 ? size + from : from);
	const end = Math.min(size, (to < 0 ? size + to : to) + 1);
	if (value === undefined || start >= end) return [];
	return reverse ? value.order.slice(size - end, size - start).reverse() : value.order.slice(start, end);
}
