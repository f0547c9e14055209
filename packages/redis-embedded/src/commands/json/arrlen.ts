import type { Command } from '../../engine/command.ts';
import { documentAt, eachPlace, isArray } from '../../json/document.ts';
import { integer, nil } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'JSON.ARRLEN',
	arity: -2,
	keys: [1, 1, 1],
	run(args, client) {
		const path = args[2] ?? '.';
		if (!path.startsWith('$') && documentAt(client.db, args[1]!) === undefined) return nil(client);
		return eachPlace(client, args[1]!, path, 'array', isArray, (list) => integer(list.length));
	},
};
