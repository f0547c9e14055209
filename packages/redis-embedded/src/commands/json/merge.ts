import { syntaxError } from '../../engine/arguments.ts';
import { type Command, writesKey } from '../../engine/command.ts';
import { documentAt, NEW_AT_ROOT, parseJson, placesToWrite, putAt, valueNow } from '../../json/document.ts';
import { pathOf } from '../../json/path.ts';
import { clone, isObject, Properties } from '../../json/values.ts';
import { nil, OK, RedisError } from '../../protocol/reply.ts';
import { type Json, JsonValue } from '../../values/json.ts';

/** RFC 7396: null removes a property, objects merge, anything else replaces. */
export const command: Command = {
	name: 'JSON.MERGE',
	arity: -4,
	...writesKey,
	run(args, client) {
		if (args.length > 4) throw syntaxError();
		const [key, path] = [args[1]!, pathOf(args[2]!)];
		const document = documentAt(client.db, key);
		const patch = parseJson(args[3]!);
		if (document === undefined) {
			if (!path.isRoot) throw new RedisError(NEW_AT_ROOT);
			client.db.edit(key, JsonValue).update(patch);
			return OK;
		}
		const merged = placesToWrite(document, path).filter((place) =>
			putAt(document, place, place.isNew ? clone(patch) : merge(valueNow(document, place), patch)),
		);
		if (merged.length === 0) return nil(client);
		client.db.edit(key, JsonValue);
		return OK;
	},
};

function merge(target: Json | undefined, patch: Json): Json {
	if (!isObject(patch)) return clone(patch);
	const result = target !== undefined && isObject(target) ? target : {};
	const properties = new Properties(result);
	for (const [name, value] of Object.entries(patch)) {
		if (value === null) properties.remove(name);
		else properties.set(name, merge(properties.get(name), value));
	}
	properties.settle();
	return result;
}
