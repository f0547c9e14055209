import { bulk } from '../../protocol/reply.ts';
import { HashValue } from '../../values/hash.ts';
import { drawing } from '../sets/random-elements.ts';

export const command = drawing('HRANDFIELD', HashValue, 'WITHVALUES', {
	list: ({ fields }) => fields,
	encode: (pair) => pair.map(bulk),
});
