import { pop } from './zpopmin.ts';

export const command = pop('ZPOPMAX', true);
