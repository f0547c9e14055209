import { readDouble } from '../../engine/arguments.ts';
import type { Client } from '../../engine/client.ts';
import { array, bulk, formatDouble, nil, toBytes } from '../../protocol/reply.ts';

/** A value of a row of an aggregation; text, not bytes. */
export type Cell = string | number | null | Cell[];

/** A row of an aggregation: its properties by name. */
export type Row = Map<string, Cell>;

/** A cell as replies carry it. */
export function print(client: Client, value: Cell): string {
	if (value === null) return nil(client);
	if (Array.isArray(value)) return array(value.map((each) => print(client, each)));
	return bulk(typeof value === 'number' ? formatNumber(value) : toBytes(value));
}

/** A number as rows show it: whole or with at most 12 digits. */
export function formatNumber(value: number): string {
	if (!Number.isFinite(value)) return formatDouble(value);
	if (Number.isSafeInteger(value)) return String(value);
	if (Number.isInteger(value) && Math.abs(value) < 2 ** 63) return BigInt(value).toString();
	const size = Math.abs(value);
	const short = Number(value.toPrecision(12));
	if (size >= 1e-4 && size < 1e12) return String(short);
	const [digits, power] = short.toExponential().split('e') as [string, string];
	return `${digits}e${power[0]}${power.slice(1).padStart(2, '0')}`;
}

/** The number that a cell is, or that it spells as C reads it: nothing is 0; undefined if it is none. */
export function numberOf(cell: Cell): number | undefined {
	if (typeof cell === 'number') return cell;
	if (typeof cell !== 'string') return undefined;
	return /^\s*[+-]?nan$/i.test(cell) ? Number.NaN : readDouble(cell === '' ? '0' : cell.trimStart());
}

/** The text that a cell is or shows as. */
export const textOf = (cell: Cell): string =>
	typeof cell === 'number' ? formatNumber(cell) : typeof cell === 'string' ? cell : '';

/** Whether a cell counts as true. */
export const isTrue = (cell: Cell): boolean =>
	cell !== null && cell !== 0 && (typeof cell === 'number' || cell.length > 0);
