import type { Command } from '../../engine/command.ts';
import { documentAt, typeOf } from '../../json/document.ts';
import { pathOf, valuesAt } from '../../json/path.ts';
import { array, bulk, nil } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'JSON.TYPE',
	arity: -2,
	keys: [1, 1, 1],
	run(args, client) {
		const document = documentAt(client.db, args[1]!);
		const path = pathOf(args[2] ?? '.');
		if (document === undefined) return nil(client);
		const types = valuesAt(document.json, path).map((value) => bulk(typeOf(value)));
		if (path.legacy) return types[0] ?? nil(client);
		return client.protocol === 3 ? array([array(types)]) : array(types);
	},
};
