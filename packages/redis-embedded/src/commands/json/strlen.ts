import type { Command } from '../../engine/command.ts';
import { documentAt, eachPlace, isString } from '../../json/document.ts';
import { integer, nil, toBytes } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'JSON.STRLEN',
	arity: -2,
	keys: [1, 1, 1],
	run(args, client) {
		const path = args[2] ?? '.';
		if (!path.startsWith('$') && documentAt(client.db, args[1]!) === undefined) return nil(client);
		return eachPlace(client, args[1]!, path, 'string', isString, (value) => integer(toBytes(value).length));
	},
};
