import { bulk, double } from '../../protocol/reply.ts';
import { SortedSetValue } from '../../values/sorted-set.ts';
import { drawing } from '../sets/random-elements.ts';

export const command = drawing('ZRANDMEMBER', SortedSetValue, 'WITHSCORES', {
	list: ({ scores }) => scores.values(),
	encode: ({ member, score }, client) => [bulk(member), double(client, score)],
});
