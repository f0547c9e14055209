import { fileURLToPath } from 'node:url';

/** The absolute path of the checkout this code runs from. */
export const projectRoot = fileURLToPath(new URL('../../../', import.meta.url));
