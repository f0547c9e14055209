import { setWithExpiry } from './setex.ts';

export const command = setWithExpiry('PSETEX', 'PX');
