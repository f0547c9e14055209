// Fails when an optional dependency named in package-lock.json has no entry of its own: the lock was then written
// while its registry did not serve every platform's binary, and `npm ci` would fail on the platforms left out.
import fs from 'node:fs';

const { packages } = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'));

function isLocked(parent, name) {
	for (
		let folder = parent;
		;
		folder = folder.includes('/node_modules/') ? folder.slice(0, folder.lastIndexOf('/node_modules/')) : ''
	) {
		if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
		if (!folder) return false;
	}
}

const missing = Object.entries(packages).flatMap(([parent, { optionalDependencies = {} }]) =>
	Object.entries(optionalDependencies)
		.filter(([name]) => !isLocked(parent, name))
		.map(([name, range]) => `${parent || 'root'} -> ${name}@${range}`),
);
if (missing.length > 0) {
	console.error(`package-lock.json misses ${missing.length} platform binaries:\n${missing.join('\n')}`);
	process.exit(1);
}
