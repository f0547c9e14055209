import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = [
	process.env.CHROMIUM_PATH,
	'/usr/bin/chromium',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
].filter((path) => path !== undefined);

// What a browser asks of its maker at every start is of no use to a test and fails without a network.
const quiet = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** Starts a headless Chromium; one is installed first where there is none. */
export function launchChromium(): Promise<Browser> {
	return chromium.launch({ executablePath: findChromium() ?? installChromium(), args: quiet });
}

function findChromium(): string | undefined {
	return places.find((path) => existsSync(path));
}

/** From Debian's packages where there are any, else playwright's own build. Ubuntu's package is a stub for a snap. */
function installChromium(): string {
	if (existsSync('/etc/debian_version') && !existsSync('/etc/lsb-release')) {
		const sudo = process.getuid?.() === 0 ? '' : 'sudo -n ';
		run(`${sudo}apt-get update -qq`);
		run(
			`${sudo}env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-liberation`,
		);
		const found = findChromium();
		if (found) return found;
	}
	run('npx playwright-core install chromium-headless-shell');
	return chromium.executablePath();
}

function run(command: string): void {
	execSync(command, { stdio: ['ignore', 'ignore', 'inherit'] });
}
