import { HashValue } from '../../values/hash.ts';
import { removing } from '../sets/remove-elements.ts';

export const command = removing('HDEL', HashValue);
