import type { Command } from '../../engine/command.ts';
import { bulk, set } from '../../protocol/reply.ts';
import { SetValue } from '../../values/set.ts';

export const command: Command = combination('SINTER', (sets) => {
	const [first, ...rest] = sets.sort((a, b) => a.size - b.size);
	return [...first!].filter((member) => rest.every((other) => other.has(member)));
});

/** A command that makes one set of several. */
export function combination(
	name: string,
	combine: (sets: ReadonlySet<string>[]) => Iterable<string>,
): Command {
	return {
		name,
		arity: -2,
		keys: [1, -1, 1],
		run(args, client) {
			const sets = args.slice(1).map((key) => client.db.read(key, SetValue)?.members ?? new Set<string>());
			return set(client, Array.from(combine(sets), bulk));
		},
	};
}
