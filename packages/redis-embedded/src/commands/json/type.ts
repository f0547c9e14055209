import type { Command } from '../../engine/command.ts';
import { documentAt } from '../../json/document.ts';
import { pathOf, valuesAt } from '../../json/path.ts';
import { typeOf } from '../../json/values.ts';
import { array, bulk, nil } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'JSON.TYPE',
	arity: -2,
	keys: [1, 1, 1],
	run(args, client) {
		const path = pathOf(args[2] ?? '.');
		const document = documentAt(client.db, args[1]!);
		const lost = document === undefined || (path.legacy && !path.isValid);
		const types = lost ? undefined : valuesAt(document.json, path).map((value) => bulk(typeOf(value)));
		const reply = types && (path.legacy ? types[0] : array(types));
		return client.protocol === 3 ? array([reply ?? nil(client)]) : (reply ?? nil(client));
	},
};
