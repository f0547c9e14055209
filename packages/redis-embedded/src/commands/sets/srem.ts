import { SetValue } from '../../values/set.ts';
import { removing } from './remove-elements.ts';

export const command = removing('SREM', SetValue);
