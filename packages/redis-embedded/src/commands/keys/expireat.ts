import { expiry } from './expire.ts';

export const command = expiry('EXPIREAT', 1000, false);
