import { type Command, freesKey } from '../../engine/command.ts';
import { changed, changeEach, parseIndex } from '../../json/document.ts';
import { isArray } from '../../json/values.ts';
import { integer } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'JSON.ARRTRIM',
	arity: -5,
	...freesKey,
	run(args, client) {
		const [from, to] = [parseIndex(args[3]!), parseIndex(args[4]!)];
		return changeEach(client, args[1]!, args[2]!, [isArray, 'not an array'], (list, _place, document) => {
			const fromStart = (index: number) => Math.max(0, index < 0 ? list.length + index : index);
			changed(client, args[1]!, document);
			const [start, end] = [fromStart(from), fromStart(to) + 1];
			list.splice(end);
			list.splice(0, start);
			return integer(list.length);
		});
	},
};
