import { parseDouble } from '../../engine/arguments.ts';
import { RedisError, textError } from '../../protocol/reply.ts';
import { parse, SyntaxError as UnexpectedToken } from './query-parser.generated.ts';

/** What a query may say of a part after `=>`. */
interface Attributes {
	readonly weight?: number;
	readonly slop?: number;
	readonly inorder?: boolean;
}

/** What a query asks for, as the grammar gives it. */
export type QueryNode = Attributes &
	(
		| { readonly type: 'all' }
		| { readonly type: 'and' | 'or'; readonly nodes: readonly QueryNode[] }
		| { readonly type: 'not' | 'optional'; readonly node: QueryNode }
		| { readonly type: 'scope'; readonly fields: readonly string[]; readonly node: QueryNode }
		| { readonly type: 'term'; readonly text: string }
		| AffixNode
		| { readonly type: 'fuzzy'; readonly text: string; readonly distance: number }
		| { readonly type: 'phrase'; readonly words: readonly string[] }
		| { readonly type: 'tag'; readonly field: string; readonly values: readonly TagPattern[] }
		| NumericRange
		| GeoRadius
	);

/** Words or tags by a part of them. */
export interface AffixNode {
	readonly type: 'prefix' | 'suffix' | 'infix' | 'wildcard';
	readonly text: string;
}

export type TagPattern = AffixNode | { readonly type: 'exact'; readonly text: string };

/** Numbers from `min` to `max`; `above` and `below` exclude the ends. */
export interface NumericRange {
	readonly type: 'numeric';
	readonly field: string;
	readonly min: number;
	readonly max: number;
	readonly above: boolean;
	readonly below: boolean;
}

export interface Circle {
	readonly lon: number;
	readonly lat: number;
	readonly radius: number;
	readonly unit: 'm' | 'km' | 'mi' | 'ft';
}

export interface GeoRadius extends Circle {
	readonly type: 'geo';
	readonly field: string;
}

export interface QuerySyntax {
	readonly dialect: number;
	/** What `$name` means from dialect 2 on. */
	readonly params: ReadonlyMap<string, string>;
	readonly stopWords: ReadonlySet<string>;
}

/** Where the generated parser, which has no types, found no way on; nothing was expected of what the grammar refuses. */
interface GrammarError extends Error {
	readonly location: { readonly start: { readonly offset: number } };
	readonly expected: unknown[] | null;
}

/** Parses a query's text; null when there is nothing to look for. Throws a RedisError. */
export function parseQuery(text: string, { dialect, params, stopWords }: QuerySyntax): QueryNode | null {
	const param = (name: string): string => {
		const value = params.get(name);
		if (value === undefined) throw new RedisError(`No such parameter \`${name}\``);
		return value;
	};
	const number = (name: string): number =>
		parseDouble(param(name), `Invalid numeric value (${param(name)}) for parameter \`${name}\``);
	const end = (name: string, which: 'lower' | 'upper', minus: string | null): number =>
		rangeEnd(param(name), which, minus ? -1 : 1);
	const isStopWord = (word: string) => stopWords.has(word.toLowerCase());
	try {
		return parse(text, { dialect, param, number, end, isStopWord, attribute, circle });
	} catch (cause) {
		if (cause instanceof RangeError)
			throw new RedisError('Parser stack overflow. Try moving nested parentheses more to the left');
		if (cause instanceof RedisError) throw textError(cause.message);
		if (!(cause instanceof UnexpectedToken)) throw cause;
		const { location, expected, message } = cause as unknown as GrammarError;
		throw textError(
			expected === null
				? message
				: syntaxError(dialect > 1 ? text : text.replaceAll("'", ' '), location.start.offset),
		);
	}
}

/** An attribute that a query gives to a part; undefined when it cannot have that value. */
function attribute(name: string, value: string): Attributes | undefined {
	const number = Number(value);
	const flag = /^(true|1)$/i.test(value);
	if (name === 'weight') return number >= 0 ? { weight: number } : undefined;
	if (name === 'slop') return Number.isInteger(number) && number >= -1 ? { slop: number } : undefined;
	if (name === 'inorder' || name === 'phonetic') {
		if (!flag && !/^(false|0)$/i.test(value)) return undefined;
		return name === 'inorder' ? { inorder: flag } : {};
	}
	throw new RedisError(`Invalid attribute ${name}`);
}

/** An end of a range, which cannot be the infinity of the other one. */
export function rangeEnd(text: string, which: 'lower' | 'upper', sign = 1): number {
	const message = `Bad ${which} range: ${text}`;
	const end = sign * parseDouble(text, message);
	if (end === (which === 'lower' ? Infinity : -Infinity)) throw new RedisError(message);
	return end;
}

export function circle(lon: number, lat: number, radius: number, name: string): Circle {
	const unit = name.toLowerCase();
	if (unit !== 'm' && unit !== 'km' && unit !== 'mi' && unit !== 'ft') {
		throw new RedisError('Invalid GeoFilter unit');
	}
	if (Math.abs(lat) > 90 || Math.abs(lon) > 180) throw new RedisError('Invalid GeoFilter lat/lon');
	if (radius <= 0) throw new RedisError('Invalid GeoFilter radius');
	return { lon, lat, radius, unit };
}

const TOKEN =
	/[@$]?(-?\d+\.\d+|-\d+|(?:\\[!-/:-@[-`{-~\s]|[\w\u0080-\uffff])+)\*?|=>|["|(){}:;\-~*%[\]<>=]|'((?:[^'\\]|\\.)+)'/gs;

/** Names the token that an offset is in, or the last one, and the last word up to it. */
function syntaxError(text: string, offset: number): string {
	let [at, near] = [0, ''];
	for (const { index, 0: token, 1: word, 2: quoted } of text.matchAll(TOKEN)) {
		at = index;
		near = word ?? quoted ?? near;
		if (index + token.length > offset) break;
	}
	return `Syntax error at offset ${Buffer.byteLength(text.slice(0, at))} near ${near}`;
}
