import { SortedSetValue } from '../../values/sorted-set.ts';
import { removing } from '../sets/remove-elements.ts';

export const command = removing('ZREM', SortedSetValue);
