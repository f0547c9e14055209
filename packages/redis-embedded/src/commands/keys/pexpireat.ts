import { expiry } from './expire.ts';

export const command = expiry('PEXPIREAT', 1, false);
