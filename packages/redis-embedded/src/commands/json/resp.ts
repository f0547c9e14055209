import type { Command } from '../../engine/command.ts';
import { documentAt, noPath } from '../../json/document.ts';
import { respOf } from '../../json/expand.ts';
import { pathOf, valuesAt } from '../../json/path.ts';
import { array, nil } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'JSON.RESP',
	arity: -2,
	keys: [1, 1, 1],
	run(args, client) {
		const path = pathOf(args[2] ?? '.');
		const document = documentAt(client.db, args[1]!);
		if (document === undefined) return nil(client);
		const replies = valuesAt(document.json, path).map((value) => respOf(client, value));
		if (!path.legacy) return array(replies);
		if (replies[0] === undefined) throw noPath(path.full);
		return replies[0];
	},
};
