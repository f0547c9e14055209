import type { Client } from '../engine/client.ts';
import { array, bulk, double, integer, map, nil, RedisError, simple, toBytes } from '../protocol/reply.ts';
import type { Json } from '../values/json.ts';
import { isInt64, type JsonNumber, toBigInt } from './number.ts';
import { showName, stringify } from './text.ts';
import { isArray, isNumber, isObject } from './values.ts';

/** JSON in RESP3's own types: all of it, or the outermost values alone. */
type Format = 'EXPAND' | 'EXPAND1';

/** What a word after FORMAT asks for; undefined when it is JSON text, which is called `plain`. */
export function readFormat(word: string | undefined, plain: string): Format | undefined {
	if (word === 'EXPAND' || word === 'EXPAND1') return word;
	if (word !== plain) throw new RedisError('ERR wrong reply format');
	return undefined;
}

export const noFormat = (): RedisError => new RedisError('ERR FORMAT argument is not supported on RESP2');

export function expand(client: Client, value: Json, format: Format): string {
	if (value === null) return nil(client);
	if (typeof value === 'boolean') return value ? '#t\r\n' : '#f\r\n';
	if (isNumber(value)) return numberReply(client, value);
	if (format === 'EXPAND1') return bulk(toBytes(stringify(value)));
	if (isArray(value)) return array(value.map((each) => expand(client, each, format)));
	if (!isObject(value)) return bulk(toBytes(value));
	return map(
		client,
		Object.entries(value).flatMap(([name, each]) => [nameReply(name), expand(client, each, format)]),
	);
}

/** JSON as JSON.RESP shows it: lists begin with `[`, objects with `{`. */
export function respOf(client: Client, value: Json): string {
	if (value === null) return nil(client);
	if (typeof value === 'boolean') return simple(String(value));
	if (isNumber(value)) return numberReply(client, value);
	if (isArray(value)) return array([simple('['), ...value.map((each) => respOf(client, each))]);
	if (!isObject(value)) return bulk(toBytes(value));
	return array([
		simple('{'),
		...Object.entries(value).flatMap(([name, each]) => [nameReply(name), respOf(client, each)]),
	]);
}

const nameReply = (name: string): string => bulk(toBytes(showName(name)));

export const numberReply = (client: Client, value: JsonNumber): string =>
	isInt64(value) ? integer(toBigInt(value)) : double(client, Number(value));
