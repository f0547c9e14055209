// The shop runs TypeScript as it is, which takes Node 24 or newer. Where the machine's own Node is older,
// this brings Node 24 along from the npm registry and links it into node_modules/.bin, which every npm script,
// turbo task and test finds first. It runs on the old Node, so it uses nothing newer than Node 18.
import { execFileSync, execSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const VERSION = '24.21.0';
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const windows = process.platform === 'win32';

/** The Node to run the shop with: this one when it is new enough, else the one brought along. */
export function nodePath() {
	return isNewEnough(process.versions.node) ? process.execPath : linkedNode();
}

function isNewEnough(version) {
	return Number(version.split('.')[0]) >= 24;
}

function linkedNode() {
	return path.join(root, 'node_modules', '.bin', windows ? 'node.exe' : 'node');
}

function linkedVersion() {
	try {
		return execFileSync(linkedNode(), ['--version'], { stdio: ['ignore', 'pipe', 'ignore'] })
			.toString()
			.trim();
	} catch {
		return undefined;
	}
}

function bringNode() {
	const { platform, arch } = process;
	const family = platform === 'darwin' && arch === 'arm64' ? 'node-bin' : 'node';
	const name = `${family}-${windows ? 'win' : platform}-${arch}`;
	const folder = path.join(root, 'node_modules', '.node24');
	fs.mkdirSync(folder, { recursive: true });
	fs.mkdirSync(path.dirname(linkedNode()), { recursive: true });
	fs.writeFileSync(path.join(folder, 'package.json'), '{"private":true}');
	execSync(`npm install --no-save --no-audit --no-fund --loglevel=error ${name}@${VERSION}`, {
		cwd: folder,
		// npm hands its workspace settings to child processes; this install is of its own.
		env: { ...process.env, npm_config_prefix: undefined, npm_config_local_prefix: folder, INIT_CWD: folder },
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	const binary = path.join(folder, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node');
	fs.rmSync(linkedNode(), { force: true });
	if (windows) fs.copyFileSync(binary, linkedNode());
	else fs.symlinkSync(path.relative(path.dirname(linkedNode()), binary), linkedNode());
}

if (!isNewEnough(process.versions.node) && linkedVersion() !== `v${VERSION}`) {
	try {
		bringNode();
	} catch {
		console.error(
			`Node ${process.versions.node} is too old and Node ${VERSION} could not be fetched: install Node 24.`,
		);
		process.exit(1);
	}
}
