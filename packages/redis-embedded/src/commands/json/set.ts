import { syntaxError } from '../../engine/arguments.ts';
import type { Client } from '../../engine/client.ts';
import { type Command, writesKey } from '../../engine/command.ts';
import { isCanonical } from '../../json/canonical.ts';
import { documentAt, NEW_AT_ROOT, parseJson, placesToWrite, putAt, refuseHuge } from '../../json/document.ts';
import { outermost, type Place, pathOf } from '../../json/path.ts';
import { clone } from '../../json/values.ts';
import { nil, OK, RedisError } from '../../protocol/reply.ts';
import { type Json, JsonValue } from '../../values/json.ts';

export const command: Command = {
	name: 'JSON.SET',
	arity: -4,
	...writesKey,
	run(args, client) {
		const [key, path] = [args[1]!, pathOf(args[2]!)];
		const condition = args[4]?.toUpperCase();
		if (args.length > 5 || (condition !== undefined && condition !== 'NX' && condition !== 'XX')) {
			throw syntaxError();
		}
		const document = documentAt(client.db, key);
		if (path.isRoot) {
			const put = readRoot(args[3]!);
			if (condition === (document ? 'NX' : 'XX')) return nil(client);
			put(client.db.edit(key, JsonValue));
			return OK;
		}
		const value = parseJson(args[3]!);
		if (document === undefined) {
			if (condition === 'XX') return nil(client);
			throw new RedisError(NEW_AT_ROOT);
		}
		const places = placesToWrite(document, path, condition);
		return putAll(client, key, document, places, value) ? OK : nil(client);
	},
};

/** What makes a text, given as bytes, the whole of a document. */
export function readRoot(text: string): (document: JsonValue) => void {
	refuseHuge(text);
	// The usual case, without making what it says of it.
	if (isCanonical(text)) return (document) => document.replace(text);
	const value = parseJson(text);
	return (document) => document.update(value);
}

/** Puts a value into many places, not into itself, as many as are still there; answers if there was one. */
export function putAll(
	client: Client,
	key: string,
	document: JsonValue,
	places: readonly Place[],
	value: Json,
): boolean {
	const written = outermost(places).filter((place, i) =>
		putAt(document, place, i === 0 ? value : clone(value)),
	);
	if (written.length > 0) client.db.edit(key, JsonValue);
	return written.length > 0;
}
