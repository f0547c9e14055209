import { readDouble } from '../../engine/arguments.ts';
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

/** Members inside, in the order asked for. */
export function withinBounds(
	value: SortedSetValue | undefined,
	{ below, above }: Bounds,
	{ reverse = false, offset = 0, count = -1 } = {},
): Scored[] {
	const found: Scored[] = [];
	if (value === undefined || offset < 0) return found;
	let skip = offset;
	const items = reverse ? value.order.backwards((item) => !above(item)) : value.order.from(below);
	for (const item of items) {
		if ((reverse ? below(item) : above(item)) || found.length === count) break;
		if (skip > 0) skip--;
		else found.push(item);
	}
	return found;
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
