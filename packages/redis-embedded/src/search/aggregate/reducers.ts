import { int64, parseDouble } from '../../engine/arguments.ts';
import { RedisError, textError } from '../../protocol/reply.ts';
import { compareValues } from '../order.ts';
import type { Reducer } from './aggregation-options.ts';
import { type Cell, numberOf, type Row } from './row.ts';

/** A way to make one cell of many rows. */
interface Reduction {
	/** What its arguments mean. Throws a RedisError. */
	read(args: readonly string[], name: string): Pick<Reducer, 'properties' | 'args'>;
	/** @param cells what the first property is in the rows that have it */
	run(cells: readonly Cell[], rows: readonly Row[], reducer: Reducer): Cell;
}

/** Of one property; of what else it is told, only what a check wants is looked at. */
const ofOne = (run: Reduction['run'], check?: (argument: string) => void): Reduction => ({
	read([property, ...args], name) {
		if (property === undefined) throw new RedisError(`Missing arguments for ${name}`);
		check?.(args[0] ?? '');
		return { properties: [property], args };
	},
	run,
});
/** @param run is also told of how many rows there are, with or without a number */
const ofNumbers = (
	run: (numbers: readonly number[], rows: number, reducer: Reducer) => Cell,
	check?: (argument: string) => void,
): Reduction =>
	ofOne((cells, rows, reducer) => {
		const numbers: number[] = [];
		for (const cell of cells) {
			const number = numberOf(cell);
			if (number !== undefined) numbers.push(number);
		}
		return run(numbers, rows.length, reducer);
	}, check);

/** Refuses what is no share of a whole. */
function checkShare(argument: string): void {
	const share = parseDouble(
		argument,
		'Bad arguments for QUANTILE: Could not convert argument to expected type',
	);
	if (!(share >= 0 && share <= 1)) throw new RedisError('Percentage must be between 0.0 and 1.0');
}

const MAX_SAMPLES = 1000;

/** Refuses what is no number of samples. */
function checkSamples(argument: string): void {
	const count = int64(argument);
	if (count === undefined || count < 0n)
		throw new RedisError('Bad arguments for <sample size>: Could not convert argument to expected type');
	if (count > MAX_SAMPLES) throw new RedisError('Sample size too large');
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, value) => total + value, 0);
/** Lists are the same when they hold the same. */
const distinct = (cells: readonly Cell[]): Cell[] => [
	...new Map(cells.map((cell) => [Array.isArray(cell) ? JSON.stringify(cell) : cell, cell])).values(),
];

const firstValue: Reduction = {
	read([property, by, key, direction = 'ASC', ...others], name) {
		if (property === undefined) throw new RedisError(`Missing arguments for ${name}`);
		if (by === undefined) return { properties: [property], args: [] };
		const isKnown = by.toUpperCase() === 'BY' && key !== undefined && others.length === 0;
		if (!isKnown || !/^(ASC|DESC)$/i.test(direction))
			throw textError(`Unknown argument \`${by}\` at position 1 for ${name}`);
		return { properties: [property, key], args: [direction.toUpperCase()] };
	},
	run(_, rows, { properties: [property, key], args: [direction] }) {
		if (key === undefined) return rows[0]?.get(property!) ?? null;
		const keyOf = (row: Row) => {
			const cell = row.get(key) ?? null;
			return Array.isArray(cell) ? null : cell;
		};
		let best: Row | undefined;
		for (const row of rows.filter((each) => each.has(property!))) {
			const order = best ? compareValues(keyOf(row), keyOf(best), direction === 'DESC') : -1;
			// What has no key is left again for whatever is greater.
			if (best && keyOf(best) === null ? order > 0 : order < 0) best = row;
		}
		return best?.get(property!) ?? null;
	},
};

export const REDUCERS: ReadonlyMap<string, Reduction> = new Map([
	[
		'COUNT',
		{
			read(args) {
				if (args.length > 0) throw new RedisError('Count accepts 0 values only');
				return { properties: [], args };
			},
			run: (_, rows) => rows.length,
		} satisfies Reduction as Reduction,
	],
	['COUNT_DISTINCT', ofOne((cells) => distinct(cells).length)],
	['COUNT_DISTINCTISH', ofOne((cells) => distinct(cells).length)],
	['TOLIST', ofOne(distinct)],
	['FIRST_VALUE', firstValue],
	['SUM', ofNumbers(sum)],
	['MIN', ofNumbers((numbers) => numbers.length && numbers.reduce((a, b) => (b < a ? b : a), Infinity))],
	['MAX', ofNumbers((numbers) => numbers.length && numbers.reduce((a, b) => (b > a ? b : a), -Infinity))],
	['AVG', ofNumbers((numbers, rows) => sum(numbers) / rows)],
	[
		'STDDEV',
		ofNumbers((numbers) => {
			if (numbers.length < 2) return 0;
			const average = sum(numbers) / numbers.length;
			return Math.sqrt(sum(numbers.map((value) => (value - average) ** 2)) / (numbers.length - 1));
		}),
	],
	[
		'QUANTILE',
		ofNumbers((numbers, _, { args: [share] }) => {
			const place = Math.ceil(Number(share) * numbers.length) - 1;
			return numbers.toSorted((a, b) => a - b)[Math.max(0, place)] ?? 0;
		}, checkShare),
	],
	[
		'RANDOM_SAMPLE',
		ofOne((cells, _, { args: [count] }) => {
			const left = [...cells];
			const taken = Math.min(Number(count), left.length);
			return Array.from({ length: taken }, () => left.splice(Math.random() * left.length, 1)[0]!);
		}, checkSamples),
	],
]);

/** What a reducer makes of the rows of one group. */
export function reduce(reducer: Reducer, rows: readonly Row[]): Cell {
	const [property] = reducer.properties;
	const cells: Cell[] = [];
	for (const row of rows) {
		const cell = property === undefined ? undefined : row.get(property);
		if (cell !== undefined && cell !== null) cells.push(cell);
	}
	return REDUCERS.get(reducer.name)!.run(cells, rows, reducer);
}
