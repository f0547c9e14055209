import type { Command } from '../../engine/command.ts';
import { documentAt, eachPlace, isObject } from '../../json/document.ts';
import { bulks, nil, toBytes } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'JSON.OBJKEYS',
	arity: -2,
	keys: [1, 1, 1],
	run(args, client) {
		const path = args[2] ?? '.';
		if (!path.startsWith('$') && documentAt(client.db, args[1]!) === undefined) return nil(client);
		return eachPlace(client, args[1]!, path, 'object', isObject, (value) =>
			bulks(Object.keys(value).map(toBytes)),
		);
	},
};
