import { type Command, freesKey } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';
import { type Scored, SortedSetValue } from '../../values/sorted-set.ts';
import { removeElements } from '../sets/remove-elements.ts';
import { scoreBounds, withinBounds } from './bounds.ts';

export const command = removing('ZREMRANGEBYSCORE', (min, max) => {
	const bounds = scoreBounds(min, max);
	return (value) => withinBounds(value, bounds);
});

type Choose = (value: SortedSetValue | undefined) => Scored[];

/** A command that removes a range; `read` understands its ends. */
export function removing(name: string, read: (from: string, to: string) => Choose): Command {
	return {
		name,
		arity: 4,
		...freesKey,
		run(args, client) {
			const choose = read(args[2]!, args[3]!);
			const found = choose(client.db.read(args[1]!, SortedSetValue));
			const members = found.map(({ member }) => member);
			return integer(removeElements(client, args[1]!, SortedSetValue, members));
		},
	};
}
