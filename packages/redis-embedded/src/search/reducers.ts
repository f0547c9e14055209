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

/** Of one property, with so many further arguments. */
const ofOne = (run: Reduction['run'], further = 0): Reduction => ({
	read([property, ...args], name) {
		if (property === undefined || args.length < further)
			throw new RedisError(`Missing arguments for ${name}`);
		if (args.length > further)
			throw new RedisError(`Unknown argument \`${args[further]}\` at position ${further + 1} for ${name}`);
		return { properties: [property], args };
	},
	run,
});
const ofNumbers = (run: (numbers: readonly number[], reducer: Reducer) => Cell, further = 0): Reduction =>
	ofOne(
		(cells, _, reducer) =>
			run(
				cells.flatMap((cell) => numberOf(cell) ?? []),
				reducer,
			),
		further,
	);

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
		}, 1),
	],
	[
		'RANDOM_SAMPLE',
		ofOne((cells, _, { args: [count] }) => {
			const left = [...cells];
			const taken = Math.min(Number(count), left.length);
			return Array.from({ length: taken }, () => left.splice(Math.random() * left.length, 1)[0]!);
		}, 1),
	],
]);

/** What a reducer makes of the rows of one group. */
export function reduce(reducer: Reducer, rows: readonly Row[]): Cell {
	const [property] = reducer.properties;
	const cells = property === undefined ? [] : rows.flatMap((row) => row.get(property) ?? []);
	return REDUCERS.get(reducer.name)!.run(cells, rows, reducer);
}
