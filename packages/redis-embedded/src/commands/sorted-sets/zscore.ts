import { reading } from '../../engine/command.ts';
import { SortedSetValue } from '../../values/sorted-set.ts';
import { scoreOrNil } from './score-reply.ts';

export const command = reading('ZSCORE', 3, SortedSetValue, (value, args, client) =>
	scoreOrNil(client, value?.score(args[2]!)),
);
