import { type Command, freesKey } from '../../engine/command.ts';
import { changed, putAt, requireDocument } from '../../json/document.ts';
import { pathOf, select } from '../../json/path.ts';
import { isArray, isNumber, isObject } from '../../json/values.ts';
import { integer } from '../../protocol/reply.ts';
import type { Json } from '../../values/json.ts';

/** Empties arrays and objects and sets numbers to 0; counts what was not so before. */
export const command: Command = {
	name: 'JSON.CLEAR',
	arity: -2,
	...freesKey,
	run(args, client) {
		const document = requireDocument(client.db, args[1]!);
		const { length } = select(document.json, pathOf(args[2] ?? '$').segments)
			.map((place) => ({ place, empty: emptyOf(place.value) }))
			.filter(({ place, empty }) => empty !== undefined && putAt(document, place, empty));
		if (length > 0) changed(client, args[1]!, document);
		return integer(length);
	},
};

/** What a value becomes; undefined where nothing does. */
function emptyOf(value: Json): Json | undefined {
	if (value === null) return undefined;
	if (isNumber(value)) return Number(value) === 0 ? undefined : 0;
	if (isArray(value)) return value.length === 0 ? undefined : [];
	return isObject(value) && Object.keys(value).length > 0 ? {} : undefined;
}
