import { syntaxError } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { documentAt, parseJson, putAt, setProperty } from '../../json/document.ts';
import { type Path, pathOf, select } from '../../json/path.ts';
import { nil, OK, RedisError } from '../../protocol/reply.ts';
import { type Json, JsonValue } from '../../values/json.ts';

export const command: Command = {
	name: 'JSON.SET',
	arity: -4,
	write: true,
	keys: [1, 1, 1],
	run(args, client) {
		const [key, path] = [args[1]!, pathOf(args[2]!)];
		const condition = args[4]?.toUpperCase();
		if (args.length > 5 || (condition && condition !== 'NX' && condition !== 'XX')) throw syntaxError();
		const value = parseJson(args[3]!);
		const document = documentAt(client.db, key);
		if (path.segments.length === 0) {
			if (condition === (document ? 'NX' : 'XX')) return nil(client);
			if (document) {
				client.db.edit(key, JsonValue);
				document.update(value);
			} else client.db.put(key, JsonValue.of(value));
			return OK;
		}
		if (document === undefined) throw new RedisError('ERR new objects must be created at the root');
		const places = select(document.json, path);
		if (places.length > 0) {
			if (condition === 'NX') return nil(client);
			client.db.edit(key, JsonValue);
			for (const place of places) putAt(document, place, structuredClone(value));
			return OK;
		}
		if (condition === 'XX') return nil(client);
		return addProperty(document.json, path, value, () => {
			client.db.edit(key, JsonValue);
			document.update();
		})
			? OK
			: nil(client);
	},
};

/** Adds a property that is not there yet to every object the path before its last step means. */
function addProperty(root: Json, path: Path, value: Json, before: () => void): boolean {
	const last = path.segments.at(-1)!;
	if (last.kind !== 'names' || last.names.length !== 1 || last.deep) {
		throw new RedisError('ERR wrong static path');
	}
	const parents = select(root, { ...path, segments: path.segments.slice(0, -1) });
	let added = false;
	for (const { value: parent } of parents) {
		if (parent === null || typeof parent !== 'object' || Array.isArray(parent)) continue;
		before();
		setProperty(parent, last.names[0]!, structuredClone(value));
		added = true;
	}
	return added;
}
