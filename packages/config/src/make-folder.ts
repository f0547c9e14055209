import { mkdirSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes a folder and those above it. Node's own recursive way never ends where a parent exists and yet takes no
 * folder, such as below /proc.
 *
 * @throws the system's error
 */
export function makeFolder(folder: string): void {
	try {
		makeOne(folder);
	} catch (error) {
		const parent = path.dirname(folder);
		if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || parent === folder) throw error;
		makeFolder(parent);
		makeOne(folder);
	}
}

function makeOne(folder: string): void {
	try {
		mkdirSync(folder);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
	}
}
