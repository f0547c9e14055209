import pico from 'picocolors';

/** Colours for a terminal alone. By itself the library also colours what a CI's log or a file gets. */
export const colors = pico.createColors(pico.isColorSupported && process.stdout.isTTY === true);
