import type { Command } from '../../engine/command.ts';
import { type Path, validPath, valuesAt } from '../../json/path.ts';
import { stringify } from '../../json/text.ts';
import { array, bulkOrNil, toBytes } from '../../protocol/reply.ts';
import { JsonValue } from '../../values/json.ts';

export const command: Command = {
	name: 'JSON.MGET',
	arity: -3,
	keys: [1, -2, 1],
	run(args, client) {
		const path = validPath(args.at(-1)!);
		return array(
			args.slice(1, -1).map((key) => {
				const document = client.db.find(key)?.value;
				const text = document instanceof JsonValue && path ? textAt(document, path) : undefined;
				return bulkOrNil(client, text);
			}),
		);
	},
};

/** What a path means, as bytes; nothing where a legacy one leads nowhere. */
function textAt(document: JsonValue, path: Path): string | undefined {
	if (path.isRoot) return path.legacy ? document.head() : `[${document.head()}]`;
	const values = valuesAt(document.json, path);
	if (!path.legacy) return toBytes(stringify(values));
	return values[0] === undefined ? undefined : toBytes(stringify(values[0]));
}
