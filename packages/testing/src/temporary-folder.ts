import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Gives all tests of a run, and what they start, one folder for temporary files, and takes it away at the end. */
export default function setup(): () => void {
	const folder = mkdtempSync(path.join(tmpdir(), 'ib-tests-'));
	process.env.TMPDIR = folder;
	return () => rmSync(folder, { recursive: true, force: true });
}
