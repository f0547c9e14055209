import { memberBounds } from './bounds.ts';
import { counting } from './zcount.ts';

export const command = counting('ZLEXCOUNT', memberBounds);
