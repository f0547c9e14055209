import type { Command } from '../../engine/command.ts';
import { noPath, readEach, wrongPathType } from '../../json/document.ts';
import { pathOf } from '../../json/path.ts';
import { isString, typeOf } from '../../json/values.ts';
import { integer, toBytes } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'JSON.STRLEN',
	arity: -2,
	keys: [1, 1, 1],
	run(args, client) {
		const path = pathOf(args[2] ?? '.');
		return readEach(client, args[1]!, path, {
			is: isString,
			read: (value) => integer(toBytes(value).length),
			absent: () => noPath(path.full),
			misfit: (found) => wrongPathType('string', typeOf(found)),
		});
	},
};
