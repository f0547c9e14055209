import { reading } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';
import { SetValue } from '../../values/set.ts';

export const command = reading('SCARD', 2, SetValue, (set) => integer(set?.members.size ?? 0));
