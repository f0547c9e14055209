import type { Client } from '../engine/client.ts';
import { array, bulk, formatDouble, nil, toBytes } from '../protocol/reply.ts';

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

/** Numbers in rows have at most 12 digits. */
export function formatNumber(value: number): string {
	if (!Number.isFinite(value)) return formatDouble(value);
	return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(12)));
}
