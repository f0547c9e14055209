import type { Command } from '../../engine/command.ts';
import { noPath, readEach } from '../../json/document.ts';
import { pathOf } from '../../json/path.ts';
import { isArray } from '../../json/values.ts';
import { integer } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'JSON.ARRLEN',
	arity: -2,
	keys: [1, 1, 1],
	run(args, client) {
		const path = pathOf(args[2] ?? '.');
		return readEach(client, args[1]!, path, {
			is: isArray,
			read: (list) => integer(list.length),
			absent: () => noPath(path.text),
			misfit: () => noPath(path.text, 'not an array'),
		});
	},
};
