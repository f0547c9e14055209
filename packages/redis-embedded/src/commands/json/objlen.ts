import type { Command } from '../../engine/command.ts';
import { noPath, readEach, wrongPathType } from '../../json/document.ts';
import { pathOf } from '../../json/path.ts';
import { isObject, typeOf } from '../../json/values.ts';
import { integer } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'JSON.OBJLEN',
	arity: -2,
	keys: [1, 1, 1],
	run(args, client) {
		const path = pathOf(args[2] ?? '.');
		return readEach(client, args[1]!, path, {
			is: isObject,
			read: (value) => integer(Object.keys(value).length),
			misfit: (found) => wrongPathType('object', typeOf(found)),
			missing: () => noPath(path.full, 'not an object'),
		});
	},
};
