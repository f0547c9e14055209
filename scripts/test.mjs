// `npm test`: installs what is missing and runs the tests, the browser's included, but for what `npm run check:pages`
// looks at. Arguments go to vitest.
// Runs on any Node from 18 on, with nothing installed. Ends with a line "N passed, N failed".
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { install, root } from './install.mjs';

await install();
const { nodePath } = await import('./ensure-node.mjs');

const report = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'infinite-blob-')), 'report.json');
const bin = path.join(root, 'node_modules', '.bin');
const { status } = spawnSync(
	nodePath(),
	[
		path.join(root, 'node_modules', 'vitest', 'vitest.mjs'),
		'run',
		'--reporter=default',
		'--reporter=json',
		`--outputFile.json=${report}`,
		...process.argv.slice(2),
	],
	{
		cwd: root,
		stdio: 'inherit',
		env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}` },
	},
);
if (!fs.existsSync(report)) process.exit(status || 1);
const { numPassedTests: passed, numFailedTests, success } = JSON.parse(fs.readFileSync(report, 'utf8'));
// A file that could not even be loaded fails the run without failing a test of its own.
const failed = numFailedTests || (success && status === 0 ? 0 : 1);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
