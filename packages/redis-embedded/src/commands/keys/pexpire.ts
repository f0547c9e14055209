import { expiry } from './expire.ts';

export const command = expiry('PEXPIRE', 1, true);
