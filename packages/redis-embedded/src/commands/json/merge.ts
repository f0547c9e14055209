import type { Command } from '../../engine/command.ts';
import { changed, documentAt, isObject, parseJson, putAt, setProperty } from '../../json/document.ts';
import { pathOf, select } from '../../json/path.ts';
import { OK } from '../../protocol/reply.ts';
import type { Json } from '../../values/json.ts';
import { command as set } from './set.ts';

/** RFC 7396: null removes a property, objects merge, anything else replaces. */
export const command: Command = {
	name: 'JSON.MERGE',
	arity: 4,
	write: true,
	keys: [1, 1, 1],
	run(args, client) {
		const patch = parseJson(args[3]!);
		const document = documentAt(client.db, args[1]!);
		const path = pathOf(args[2]!);
		const places = document ? select(document.json, path) : [];
		if (document === undefined || places.length === 0) return set.run(args, client);
		changed(client, args[1]!, document);
		for (const place of places) {
			if (patch === null && place.parent && !Array.isArray(place.parent)) delete place.parent[place.key];
			else putAt(document, place, merge(place.value, patch));
		}
		document.update();
		return OK;
	},
};

function merge(target: Json, patch: Json): Json {
	if (!isObject(patch)) return structuredClone(patch);
	const result = isObject(target) ? target : {};
	for (const [key, value] of Object.entries(patch)) {
		if (value === null) delete result[key];
		else setProperty(result, key, merge(Object.hasOwn(result, key) ? result[key]! : null, value));
	}
	return result;
}
