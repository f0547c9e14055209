import { RedisError } from '../protocol/reply.ts';
import type { Reducer } from './aggregation-options.ts';
import { type Cell, formatNumber, type Row } from './row.ts';

const REDUCERS: Record<string, (cells: Cell[], rows: readonly Row[], args: readonly string[]) => Cell> = {
	COUNT: (_cells, rows) => rows.length,
	COUNT_DISTINCT: (cells) => distinct(cells).length,
	COUNT_DISTINCTISH: (cells) => distinct(cells).length,
	SUM: (cells) => numbers(cells).reduce((sum, value) => sum + value, 0),
	MIN: (cells) => numbers(cells).reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY),
	MAX: (cells) => numbers(cells).reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY),
	AVG(cells) {
		const values = numbers(cells);
		return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
	},
	TOLIST: (cells) => distinct(cells).map((cell) => (typeof cell === 'number' ? formatNumber(cell) : cell)),
	FIRST_VALUE: (cells) => cells[0] ?? null,
};

/** What a reducer makes of the rows of one group. */
export function reduce({ name, args }: Reducer, rows: readonly Row[]): Cell {
	const reducer = REDUCERS[name];
	if (reducer === undefined) throw new RedisError(`No such reducer: ${name}`);
	if (name === 'COUNT' ? args.length > 0 : args.length !== 1) {
		throw new RedisError(`Bad arguments for ${name}: Expected ${name === 'COUNT' ? 0 : 1} arguments`);
	}
	const cells = rows.flatMap((row) => row.get(args[0] ?? '') ?? []);
	return reducer(cells, rows, args);
}

const distinct = (cells: readonly Cell[]): Cell[] => [...new Set(cells)];

const numbers = (cells: readonly Cell[]): number[] =>
	cells.map(Number).filter((value) => !Number.isNaN(value));
