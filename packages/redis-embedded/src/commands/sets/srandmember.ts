import { bulk } from '../../protocol/reply.ts';
import { SetValue } from '../../values/set.ts';
import { drawing } from './random-elements.ts';

export const command = drawing('SRANDMEMBER', SetValue, '', {
	list: ({ members }) => members,
	encode: (member) => [bulk(member)],
});
