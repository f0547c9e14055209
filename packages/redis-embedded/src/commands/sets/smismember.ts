import { reading } from '../../engine/command.ts';
import { array, integer } from '../../protocol/reply.ts';
import { SetValue } from '../../values/set.ts';

export const command = reading('SMISMEMBER', -3, SetValue, (set, args) =>
	array(args.slice(2).map((member) => integer(set?.members.has(member) ? 1 : 0))),
);
