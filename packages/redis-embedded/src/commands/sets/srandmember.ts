import { parseInteger, syntaxError } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { bulkOrNil, bulks, EMPTY_ARRAY } from '../../protocol/reply.ts';
import { SetValue } from '../../values/set.ts';

export const command: Command = {
	name: 'SRANDMEMBER',
	arity: -2,
	keys: [1, 1, 1],
	run(args, client) {
		if (args.length > 3) throw syntaxError();
		const members = client.db.read(args[1]!, SetValue)?.members ?? new Set<string>();
		if (args[2] === undefined) return bulkOrNil(client, pickRandom(members, 1)[0]);
		const count = parseInteger(args[2]);
		if (count >= 0) return bulks(pickRandom(members, count));
		if (members.size === 0) return EMPTY_ARRAY;
		const all = [...members];
		return bulks(Array.from({ length: -count }, () => all[Math.floor(Math.random() * all.length)]!));
	},
};

/** So many different members drawn at random; all of them if there are no more. */
export function pickRandom(members: ReadonlySet<string>, count: number): string[] {
	const all = [...members];
	const size = Math.min(count, all.length);
	for (let i = 0; i < size; i++) {
		const j = i + Math.floor(Math.random() * (all.length - i));
		[all[i], all[j]] = [all[j]!, all[i]!];
	}
	return all.slice(0, size);
}
