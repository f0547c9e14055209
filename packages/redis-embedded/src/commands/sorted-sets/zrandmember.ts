import type { Command } from '../../engine/command.ts';
import { bulk, double } from '../../protocol/reply.ts';
import { SortedSetValue } from '../../values/sorted-set.ts';
import { drawing } from '../sets/srandmember.ts';

export const command: Command = drawing('ZRANDMEMBER', SortedSetValue, 'WITHSCORES', ({ scores }, client) =>
	Array.from(scores.values(), ({ member, score }) => [bulk(member), double(client, score)]),
);
