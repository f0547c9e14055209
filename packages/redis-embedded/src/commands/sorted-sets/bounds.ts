import { parseDouble } from '../../engine/arguments.ts';
import { RedisError } from '../../protocol/reply.ts';
import type { Scored } from '../../values/sorted-set.ts';

/** An interval of a sorted set: what lies before it, and what does not lie behind it. */
export interface Bounds {
	readonly below: (item: Scored) => boolean;
	readonly above: (item: Scored) => boolean;
}

const NOT_FLOAT = 'ERR min or max is not a float';
const NOT_STRING = 'ERR min or max not valid string range item';

/** An interval of scores; `(` excludes an end. `above` tells what lies behind the interval. */
export function scoreBounds(min: string, max: string): Bounds {
	const low = parseDouble(min.replace(/^\(/, ''), NOT_FLOAT);
	const high = parseDouble(max.replace(/^\(/, ''), NOT_FLOAT);
	return {
		below: min.startsWith('(') ? ({ score }) => score <= low : ({ score }) => score < low,
		above: max.startsWith('(') ? ({ score }) => score >= high : ({ score }) => score > high,
	};
}

/** An interval of members of the same score: `[a`, `(a`, `-`, `+`. */
export function memberBounds(min: string, max: string): Bounds {
	for (const bound of [min, max]) if (!/^([[(]|[-+]$)/.test(bound)) throw new RedisError(NOT_STRING);
	const [low, high] = [min.slice(1), max.slice(1)];
	return {
		below: ({ member }) => min !== '-' && (min === '+' || (min[0] === '[' ? member < low : member <= low)),
		above: ({ member }) => max !== '+' && (max === '-' || (max[0] === '[' ? member > high : member >= high)),
	};
}
