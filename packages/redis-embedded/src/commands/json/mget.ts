import type { Command } from '../../engine/command.ts';
import { pathOf, valuesAt } from '../../json/path.ts';
import { array, bulk, nil, toBytes } from '../../protocol/reply.ts';
import { JsonValue } from '../../values/json.ts';

export const command: Command = {
	name: 'JSON.MGET',
	arity: -3,
	keys: [1, -2, 1],
	run(args, client) {
		const path = pathOf(args.at(-1)!);
		return array(
			args.slice(1, -1).map((key) => {
				const document = client.db.find(key)?.value;
				if (!(document instanceof JsonValue)) return nil(client);
				if (path.segments.length === 0) return bulk(path.legacy ? document.head() : `[${document.head()}]`);
				const values = valuesAt(document.json, path);
				if (!path.legacy) return bulk(toBytes(JSON.stringify(values)));
				return values[0] === undefined ? nil(client) : bulk(toBytes(JSON.stringify(values[0])));
			}),
		);
	},
};
