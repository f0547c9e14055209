import type { Client } from '../../engine/client.ts';
import { type Command, freesKey } from '../../engine/command.ts';
import { changed, documentAt } from '../../json/document.ts';
import { outermost, pathOf, select } from '../../json/path.ts';
import { insertAll, isArray, isObject, Properties } from '../../json/values.ts';
import { integer } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'JSON.DEL',
	arity: -2,
	...freesKey,
	run: remove,
};

export function remove(args: readonly string[], client: Client): string {
	const path = pathOf(args[2] ?? '.');
	const document = documentAt(client.db, args[1]!);
	if (document === undefined) return integer(0);
	if (path.isRoot) {
		client.db.remove(args[1]!);
		return integer(1);
	}
	const doomed = outermost(select(document.json, path.segments));
	let count = 0;
	for (const [parent, places] of Map.groupBy(doomed, ({ from }) => from?.value)) {
		if (parent === undefined) continue;
		const keys = new Set(places.map(({ key }) => key));
		if (isArray(parent)) {
			const all = parent.splice(0);
			insertAll(
				parent,
				0,
				all.filter((_, place) => !keys.has(place)),
			);
		} else if (isObject(parent)) {
			const properties = new Properties(parent);
			for (const key of [...keys].sort()) properties.remove(String(key));
			properties.settle();
		}
		count += keys.size;
	}
	if (count > 0) changed(client, args[1]!, document);
	return integer(count);
}
