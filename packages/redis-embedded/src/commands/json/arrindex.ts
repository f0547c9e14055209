import { parseInteger, syntaxError } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { eachPlace, isArray, parseJson } from '../../json/document.ts';
import { same } from '../../json/path-filter.ts';
import { integer } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'JSON.ARRINDEX',
	arity: -4,
	keys: [1, 1, 1],
	run(args, client) {
		if (args.length > 6) throw syntaxError();
		const wanted = parseJson(args[3]!);
		const [from, to] = [parseInteger(args[4] ?? '0'), parseInteger(args[5] ?? '0')];
		return eachPlace(client, args[1]!, args[2]!, 'array', isArray, (list) => {
			const start = from < 0 ? Math.max(0, list.length + from) : from;
			// An end of 0 or -1 means the end of the array.
			const end = to === 0 || to === -1 ? list.length : to < 0 ? list.length + to : Math.min(to, list.length);
			for (let i = start; i < end; i++) if (same(list[i]!, wanted)) return integer(i);
			return integer(-1);
		});
	},
};
