import { globSync, linkSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** In the folder that goes with the run: what another version of the code has made is never taken for this one's. */
const shared = () => path.join(tmpdir(), 'ib-previews');
const previewsIn = (dataDir: string) => path.join(dataDir, 'files', 'media');

/** Gives a shop the pictures that earlier ones of the same run have made: making them takes a minute of CPU each time. */
export function takePreviews(dataDir: string): void {
	linkFiles(shared(), previewsIn(dataDir));
}

/** Leaves to the next shops what this one has made. */
export function leavePreviews(dataDir: string): void {
	linkFiles(previewsIn(dataDir), shared());
}

/** Their names are hashes of what they show, and none is ever changed: the same file may stand in several folders. */
function linkFiles(from: string, to: string): void {
	for (const file of globSync('*/*', { cwd: from })) {
		const target = path.join(to, file);
		mkdirSync(path.dirname(target), { recursive: true });
		try {
			linkSync(path.join(from, file), target);
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
		}
	}
}
