import { parseInteger } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { changed, eachPlace, isArray, parseJson } from '../../json/document.ts';
import { integer, RedisError } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'JSON.ARRINSERT',
	arity: -5,
	write: true,
	keys: [1, 1, 1],
	run(args, client) {
		const index = parseInteger(args[3]);
		const values = args.slice(4).map(parseJson);
		return eachPlace(client, args[1]!, args[2]!, 'array', isArray, (list, _place, document) => {
			const at = index < 0 ? list.length + index : index;
			if (at < 0 || at > list.length) throw new RedisError('ERR index out of bounds');
			changed(client, args[1]!, document);
			list.splice(at, 0, ...structuredClone(values));
			return integer(list.length);
		});
	},
};
