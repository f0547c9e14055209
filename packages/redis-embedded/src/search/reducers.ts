import { int64, parseDouble } from '../engine/arguments.ts';
import { RedisError } from '../protocol/reply.ts';
import type { Reducer } from './aggregation-options.ts';
import { compareValues } from './order.ts';
import { type Cell, numberOf, type Row } from './row.ts';

/** A way to make one cell of many rows. */
interface Reduction {
	/** What its arguments mean. Throws a RedisError. */
	read(args: readonly string[], name: string): Pick<Reducer, 'properties' | 'args'>;
	/** @param cells what the first property is in the rows that have it */
	run(cells: readonly Cell[], rows: readonly Row[], reducer: Reducer): Cell;
}

/** Of one property, with a further argument where there is a check of it. */
const ofOne = (run: Reduction['run'], check?: (argument: string) => void): Reduction => ({
	read([property, ...args], name) {
		const further = check ? 1 : 0;
		if (property === undefined || args.length < further)
			throw new RedisError(`Missing arguments for ${name}`);
		if (args.length > further)
			throw new RedisError(`Unknown argument \`${args[further]}\` at position ${further + 1} for ${name}`);
		for (const argument of args) check?.(argument);
		return { properties: [property], args };
	},
	run,
});
const ofNumbers = (
	run: (numbers: readonly number[], reducer: Reducer) => Cell,
	check?: (argument: string) => void,
): Reduction =>
	ofOne(
		(cells, _, reducer) =>
			run(
				cells.flatMap((cell) => numberOf(cell) ?? []),
				reducer,
			),
		check,
	);

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
const distinct = (cells: readonly Cell[]): Cell[] => [...new Set(cells)];

const firstValue: Reduction = {
	read([property, by, key, direction = 'ASC', ...others], name) {
		if (property === undefined) throw new RedisError(`Missing arguments for ${name}`);
		if (by === undefined) return { properties: [property], args: [] };
		const isKnown = by.toUpperCase() === 'BY' && key !== undefined && others.length === 0;
		if (!isKnown || !/^(ASC|DESC)$/i.test(direction))
			throw new RedisError(`Unknown argument \`${by}\` at position 1 for ${name}`);
		return { properties: [property, key], args: [direction.toUpperCase()] };
	},
	run(cells, rows, { properties: [property, key], args: [direction] }) {
		if (key === undefined) return cells[0] ?? null;
		const keyOf = (row: Row) => {
			const cell = row.get(key) ?? null;
			return cell === null || Array.isArray(cell) ? undefined : cell;
		};
		const [best] = rows.toSorted((a, b) => compareValues(keyOf(a), keyOf(b), direction === 'DESC'));
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
	['MIN', ofNumbers((numbers) => numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY))],
	['MAX', ofNumbers((numbers) => numbers.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY))],
	['AVG', ofNumbers((numbers) => (numbers.length === 0 ? 0 : sum(numbers) / numbers.length))],
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
		ofNumbers((numbers, { args: [share] }) => {
			const place = Math.ceil(Number(share) * numbers.length) - 1;
			return numbers.toSorted((a, b) => a - b)[Math.max(0, place)] ?? Number.NaN;
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
	const cells = property === undefined ? [] : rows.flatMap((row) => row.get(property) ?? []);
	return REDUCERS.get(reducer.name)!.run(cells, rows, reducer);
}
