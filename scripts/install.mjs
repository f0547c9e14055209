// Installs the dependencies when they are missing or older than the lock, with a line while it takes time.
// Runs on any Node from 18 on, with nothing installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Written by every install, npm's own included, as its last step. */
const stamp = path.join(root, 'node_modules', '.installed');

function lockFingerprint() {
	return createHash('sha256')
		.update(fs.readFileSync(path.join(root, 'package-lock.json')))
		.digest('hex');
}

export function stampInstall() {
	fs.writeFileSync(stamp, lockFingerprint());
}

export async function install() {
	if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === lockFingerprint()) return;
	console.log('… Installing dependencies');
	const began = Date.now();
	// What builds the pages is among the development's, which npm leaves out where NODE_ENV is production.
	const { status } = spawnSync('npm', ['ci', '--include=dev', '--prefer-offline', '--loglevel=error'], {
		cwd: root,
		stdio: ['ignore', 'ignore', 'inherit'],
		shell: process.platform === 'win32',
	});
	if (status !== 0) {
		console.error('The dependencies could not be installed: see the lines above.');
		process.exit(1);
	}
	console.log(`✓ Installing dependencies (${((Date.now() - began) / 1000).toFixed(1)} s)`);
}
