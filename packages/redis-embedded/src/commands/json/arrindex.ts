import type { Command } from '../../engine/command.ts';
import { documentAt, noPath, parseIndex, parseJson, readEach, wrongPathType } from '../../json/document.ts';
import { pathOf } from '../../json/path.ts';
import { isArray, same, typeOf } from '../../json/values.ts';
import { integer, RedisError } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'JSON.ARRINDEX',
	arity: -4,
	keys: [1, 1, 1],
	run(args, client) {
		const path = pathOf(args[2]!);
		const [from, to] = [parseIndex(args[4] ?? '0'), parseIndex(args[5] ?? '0')];
		if (args.length > 6) throw new RedisError("ERR wrong number of arguments for 'json.arrindex' command");
		const wanted = parseJson(args[3]!, true);
		if (documentAt(client.db, args[1]!) === undefined) throw noPath(path.text);
		return readEach(client, args[1]!, path, {
			is: isArray,
			read(list) {
				const fromStart = (index: number) => Math.max(0, index < 0 ? list.length + index : index);
				// An end of 0 means the end of the array.
				const end = to === 0 ? list.length : Math.min(fromStart(to), list.length);
				for (let i = Math.min(fromStart(from), list.length - 1); i < end; i++) {
					if (same(list[i]!, wanted, true)) return integer(i);
				}
				return integer(-1);
			},
			absent: () => noPath(path.full),
			misfit: (found) => wrongPathType('array', typeOf(found)),
		});
	},
};
