import { rangeOf } from './xrange.ts';

export const command = rangeOf('XREVRANGE', true);
