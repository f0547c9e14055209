import { syntaxError } from '../../engine/arguments.ts';
import type { Client } from '../../engine/client.ts';
import type { Command } from '../../engine/command.ts';
import { changed, documentAt, removeAt } from '../../json/document.ts';
import { pathOf, select } from '../../json/path.ts';
import { integer } from '../../protocol/reply.ts';

export const command: Command = { name: 'JSON.DEL', arity: -2, write: true, keys: [1, 1, 1], run: remove };

export function remove(args: readonly string[], client: Client): string {
	if (args.length > 3) throw syntaxError();
	const document = documentAt(client.db, args[1]!);
	if (document === undefined) return integer(0);
	const places = select(document.json, pathOf(args[2] ?? '$'));
	if (places.some((place) => place.parent === undefined)) {
		client.db.remove(args[1]!);
		return integer(1);
	}
	if (places.length === 0) return integer(0);
	changed(client, args[1]!, document);
	// Deepest and last first, so that the places left keep their indexes.
	for (const place of places
		.toReversed()
		.sort((a, b) => b.depth - a.depth || Number(b.key) - Number(a.key) || 0)) {
		removeAt(document, place);
	}
	return integer(places.length);
}
