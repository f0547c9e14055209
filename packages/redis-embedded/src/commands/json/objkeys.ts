import type { Command } from '../../engine/command.ts';
import { noPath, readEach } from '../../json/document.ts';
import { pathOf } from '../../json/path.ts';
import { showName } from '../../json/text.ts';
import { isObject } from '../../json/values.ts';
import { bulks, toBytes } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'JSON.OBJKEYS',
	arity: -2,
	keys: [1, 1, 1],
	run(args, client) {
		const path = pathOf(args[2] ?? '.');
		return readEach(client, args[1]!, path, {
			is: isObject,
			read: (value) => bulks(Object.keys(value).map((name) => toBytes(showName(name)))),
			misfit: () => noPath(path.full, 'not an object'),
		});
	},
};
