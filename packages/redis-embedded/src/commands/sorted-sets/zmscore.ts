import { reading } from '../../engine/command.ts';
import { array } from '../../protocol/reply.ts';
import { SortedSetValue } from '../../values/sorted-set.ts';
import { scoreOrNil } from './score-reply.ts';

export const command = reading('ZMSCORE', -3, SortedSetValue, (value, args, client) =>
	array(args.slice(2).map((member) => scoreOrNil(client, value?.score(member)))),
);
