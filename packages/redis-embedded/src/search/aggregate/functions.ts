import { RedisError, textError, toBytes, toText } from '../../protocol/reply.ts';
import { distance, type Point, parsePoint } from '../fields/geo.ts';
import { split } from '../fields/split.ts';
import { type Cell, numberOf, textOf } from './row.ts';

/** What an expression can call, with so many arguments. */
interface Callable {
	readonly least: number;
	readonly most: number;
	run(...args: Cell[]): Cell;
}

/** A text as an argument; the error is RediSearch's, the digit its number of the type that was found. */
function text(name: string, cell: Cell | undefined, at: number): string {
	if (typeof cell === 'string') return cell;
	const type = cell === null || cell === undefined ? 4 : typeof cell === 'number' ? 1 : 6;
	throw new RedisError(
		`Invalid type (${type}) for argument ${at} in function '${name}'. VALIDATE_ARG__STRING(v, 0) was false.`,
	);
}

function number(name: string, cell: Cell | undefined, at: number): number {
	if (typeof cell === 'number') return cell;
	throw new RedisError(
		`Invalid type (3) for argument ${at} in function '${name}'. VALIDATE_ARG__TYPE(v, RSValue_Number) was false.`,
	);
}

const ofNumber = (run: (value: number) => number): Callable => ({
	...{ least: 1, most: 1 },
	run: (cell) => run(numberOf(cell!) ?? Number.NaN),
});
const ofText = (run: (text: string) => string): Callable => ({
	...{ least: 1, most: 1 },
	run: (cell) => (typeof cell === 'string' ? run(cell) : null),
});
const ofTexts = (name: string, run: (a: string, b: string) => number): [string, Callable] => [
	name,
	{ least: 2, most: 2, run: (a, b) => run(text(name, a, 0), text(name, b, 1)) },
];

/** A part of a date, or its beginning, from seconds since 1970; nothing of what is no time. */
const ofTime = (run: (date: Date) => number): Callable => ({
	...{ least: 1, most: 1 },
	run(cell) {
		const date = new Date((numberOf(cell!) ?? Number.NaN) * 1000);
		return date.getTime() >= 0 ? run(date) : null;
	},
});
const seconds = (year: number, month: number): number => Date.UTC(year, month) / 1000;

/** Takes a place from arguments: a text, or two numbers. */
function place(args: Cell[]): Point {
	const lon = args.shift() ?? null;
	const point =
		typeof lon === 'string' ? parsePoint(lon) : { lon: Number(lon), lat: Number(args.shift() ?? Number.NaN) };
	if (point === undefined || Number.isNaN(point.lat)) throw new RedisError('Invalid geo string');
	return point;
}

const DAY = 86_400;

export const FUNCTIONS: ReadonlyMap<string, Callable> = new Map([
	['abs', ofNumber(Math.abs)],
	['ceil', ofNumber(Math.ceil)],
	['floor', ofNumber(Math.floor)],
	['sqrt', ofNumber(Math.sqrt)],
	['log', ofNumber(Math.log)],
	['log2', ofNumber(Math.log2)],
	['exp', ofNumber(Math.exp)],
	['lower', ofText((value) => value.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()))],
	['upper', ofText((value) => value.replace(/[a-z]+/g, (letters) => letters.toUpperCase()))],
	['strlen', { least: 1, most: 1, run: (cell) => Buffer.byteLength(text('strlen', cell, 0)) }],
	ofTexts('startswith', (value, prefix) => Number(value.startsWith(prefix))),
	ofTexts('contains', (value, part) => {
		if (part === '') return value.length + 1;
		let count = 0;
		for (let at = value.indexOf(part); at >= 0; at = value.indexOf(part, at + 1)) count++;
		return count;
	}),
	[
		'substr',
		{
			...{ least: 3, most: 3 },
			run(cell, from, count) {
				const [offset, length] = [number('substr', from, 1), number('substr', count, 2)].map(Math.trunc);
				if (typeof cell !== 'string') throw new RedisError('Invalid type for substr. Expected string');
				const bytes = toBytes(cell);
				const start = offset! < 0 ? bytes.length + offset! : offset!;
				// What begins before the text begins after it.
				const rest = start < 0 ? '' : bytes.slice(start);
				return toText(rest.slice(0, length! < 0 ? Math.max(0, rest.length + length!) : length!));
			},
		},
	],
	[
		'split',
		{
			...{ least: 1, most: 3 },
			run: (cell, separators = ',', strip = ' ') =>
				split(text('split', cell, 0), text('split', separators, 1), text('split', strip, 2)),
		},
	],
	[
		'format',
		{
			...{ least: 1, most: Number.POSITIVE_INFINITY },
			run(pattern, ...args) {
				let used = 0;
				return text('format', pattern, 0).replace(/%(.?)/gs, (_, kind: string) => {
					if (kind === '%') return '%';
					if (kind === '') throw new RedisError('Bad format string!');
					if (used === args.length) throw new RedisError('Not enough arguments for format');
					if (kind !== 's') throw new RedisError('Unknown format specifier passed');
					const arg = args[used++]!;
					return arg === null ? '(null)' : textOf(arg);
				});
			},
		},
	],
	[
		'to_number',
		{
			...{ least: 1, most: 1 },
			run(cell) {
				const value = numberOf(cell!);
				if (value === undefined)
					throw textError(`to_number: cannot convert string '${typeof cell === 'string' ? cell : '(null)'}'`);
				return value;
			},
		},
	],
	['to_str', { least: 1, most: 1, run: (cell) => textOf(cell!) }],
	['exists', { least: 1, most: 1, run: () => 1 }],
	[
		'geodistance',
		{
			...{ least: 2, most: 4 },
			run(...args) {
				const [from, to] = [place(args), place(args)];
				return Math.round(distance(from, to) * 100) / 100;
			},
		},
	],
	['year', ofTime((date) => date.getUTCFullYear())],
	['monthofyear', ofTime((date) => date.getUTCMonth())],
	['dayofmonth', ofTime((date) => date.getUTCDate())],
	['dayofweek', ofTime((date) => date.getUTCDay())],
	[
		'dayofyear',
		ofTime((date) => Math.floor((date.getTime() / 1000 - seconds(date.getUTCFullYear(), 0)) / DAY)),
	],
	['month', ofTime((date) => seconds(date.getUTCFullYear(), date.getUTCMonth()))],
	['day', ofTime((date) => Math.floor(date.getTime() / 1000 / DAY) * DAY)],
	['hour', ofTime((date) => Math.floor(date.getTime() / 3_600_000) * 3600)],
	['minute', ofTime((date) => Math.floor(date.getTime() / 60_000) * 60)],
]);
